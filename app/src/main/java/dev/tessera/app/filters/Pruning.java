package dev.tessera.app.filters;

import dev.tessera.kernel.json.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of a query's own filters what filters from outside contradict. */
final class Pruning {
    private Pruning() {}

    /** Prunes the list or group in the field {@code name} of {@code owner}; an absent one stays absent. */
    static void prune(JsonNode owner, String name, List<JsonNode> outside) {
        if (owner instanceof ObjectNode object) {
            JsonNode own = object.path(name);
            if (own.isArray()) {
                object.set(name, list(own, outside));
            } else if (FilterJson.isGroup(own)) {
                object.set(name, group(own, outside).orElseGet(Json::array));
            }
        }
    }

    private static ArrayNode list(JsonNode filters, List<JsonNode> outside) {
        ArrayNode kept = Json.array();
        for (JsonNode filter : filters.values()) {
            if (FilterJson.isGroup(filter)) {
                group(filter, outside).ifPresent(kept::add);
            } else if (!Contradictions.anyContradicts(outside, filter)) {
                kept.add(filter);
            }
        }
        return kept;
    }

    /** The group without what is contradicted; empty when that leaves nothing of it. */
    private static Optional<JsonNode> group(JsonNode group, List<JsonNode> outside) {
        ArrayNode kept = list(group.path("values"), outside);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode pruned = (ObjectNode) group.deepCopy();
        pruned.set("values", kept);
        return Optional.of(pruned);
    }
}
