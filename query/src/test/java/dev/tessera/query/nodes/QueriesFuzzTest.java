package dev.tessera.query.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.property.Choices;
import dev.tessera.kernel.property.Property;
import dev.tessera.query.QueryScope;
import dev.tessera.query.dialect.duckdb.DuckDbDialect;
import dev.tessera.query.dialect.duckdb.LargeValues;
import dev.tessera.query.reference.TrendsCase;
import dev.tessera.query.reference.TrendsCases;
import dev.tessera.query.resolve.TrendsResolver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class QueriesFuzzTest {
    private static final List<JsonNode> JUNK = List.of(
            Json.parse("null"),
            Json.parse("true"),
            Json.parse("-1"),
            Json.parse("1e400"),
            Json.parse("1.5"),
            Json.parse("99999999999999999999"),
            Json.parse("\"\""),
            Json.parse("\"a\\u0000b\\ud800\""),
            Json.parse("\"-999999y\""),
            Json.parse("\"0000-01-01\""),
            Json.parse("\"9999-12-31T23:59:59+18:00\""),
            Json.parse("\"all\""),
            Json.parse("\"TrendsQuery\""),
            Json.parse("[]"),
            Json.parse("[[[null]]]"),
            Json.parse("{}"),
            Json.parse("{\"type\": \"OR\", \"values\": [{}]}"));

    private record Damaged(JsonNode json, QueryScope scope) {}

    @Test
    void damagedQueriesAreRefusedWithASentenceOrAnswered() {
        AtomicInteger refused = new AtomicInteger();
        Property.holds(10_000, QueriesFuzzTest::damaged, it -> {
            try {
                TrendsQuery query = switch (Queries.parse(it.json())) {
                    case TrendsQuery trends -> trends;
                };
                TrendsResolver.resolve(query, it.scope(), earliest -> Optional.empty())
                        .series()
                        .forEach(plan -> assertThat(DuckDbDialect.print(plan, LargeValues.PRESENT)
                                        .text())
                                .isNotEmpty());
            } catch (ProblemException e) {
                refused.incrementAndGet();
                assertThat(e.problem().status()).isEqualTo(400);
                assertThat(e.problem().detail()).endsWith(".");
            }
        });
        assertThat(refused.get()).isBetween(2_000, 9_900);
    }

    private static Damaged damaged(Choices choices) {
        TrendsCase whole = TrendsCases.any(choices);
        return new Damaged(damage(whole.json(), choices), whole.scope());
    }

    private static JsonNode damage(JsonNode node, Choices choices) {
        if (choices.oneIn(25)) {
            return choices.of(JUNK);
        }
        if (node.isObject()) {
            ObjectNode copy = Json.object();
            node.properties().forEach(it -> {
                String name = choices.oneIn(80) ? it.getKey() + "2" : it.getKey();
                copy.set(name, damage(it.getValue(), choices));
            });
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = Json.array();
            node.values().forEach(it -> copy.add(damage(it, choices)));
            return copy;
        }
        return node;
    }
}
