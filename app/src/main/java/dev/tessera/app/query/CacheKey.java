package dev.tessera.app.query;

import dev.tessera.app.access.Project;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.time.WeekStart;
import dev.tessera.query.nodes.Query;
import dev.tessera.query.nodes.TrendsQuery;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names answers by all that they depend on, the moment apart (spec/insights-and-query-api.md 3.1).
 *
 * <p>Two texts of one query have one name: the order of fields, fields that are null, the wrappers around the query and
 * what its sender only noted on it do not matter.
 */
final class CacheKey {
    private static final Set<String> NOTES = Set.of("tags", "response");

    private CacheKey() {}

    static String of(Project project, Query query) {
        ObjectNode inputs = Json.object()
                .put("timezone", project.timezone().getId())
                .put(
                        "week_start",
                        WeekStart.ofNumber(project.weekStartDay().orElse(0)).name());
        inputs.put("test_account_filters", usesTestAccounts(query) ? project.testAccountFilters() : "");
        inputs.set("query", canonicalQuery(query.json()));
        return "cache_" + project.id().value() + "_" + hash(inputs);
    }

    private static boolean usesTestAccounts(Query query) {
        return switch (query) {
            case TrendsQuery it -> it.filterTestAccounts();
        };
    }

    private static ObjectNode canonicalQuery(JsonNode query) {
        ObjectNode canonical = canonical(query, NOTES);
        ArrayNode series = Json.array();
        for (JsonNode node : query.path("series").values()) {
            series.add(canonical(node, NOTES));
        }
        canonical.set("series", series);
        return canonical;
    }

    private static JsonNode canonical(JsonNode node) {
        return switch (node) {
            case ObjectNode it -> canonical(it, Set.of());
            case ArrayNode it -> {
                ArrayNode canonical = Json.array();
                it.values().forEach(item -> canonical.add(canonical(item)));
                yield canonical;
            }
            default -> node;
        };
    }

    private static ObjectNode canonical(JsonNode object, Set<String> without) {
        ObjectNode canonical = Json.object();
        for (String name : new TreeSet<>(object.propertyNames())) {
            JsonNode value = object.path(name);
            if (!value.isNull() && !without.contains(name)) {
                canonical.set(name, canonical(value));
            }
        }
        return canonical;
    }

    private static String hash(JsonNode inputs) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Json.MAPPER.writeValue(new DigestOutputStream(OutputStream.nullOutputStream(), digest), inputs);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
