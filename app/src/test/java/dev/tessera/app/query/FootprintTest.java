package dev.tessera.app.query;

import static dev.tessera.app.query.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

class FootprintTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a': [1, 22, 333.25, true, false, null], 'b': {'c': 'text'}}",
                "['ö', '雪', '💡', 'quoted \\u0022', 'line\\nbreak', '\\u0000']",
                "'text'",
                "123456",
                "{}",
            })
    void knowsTheLengthOfTheText(String text) {
        JsonNode node = json(text);
        int length = Json.writeBytes(node).length;
        // A comma or two are counted where there is none, and a short escape or a pair of surrogates as the longest.
        assertThat(Footprint.of(node).textBytes()).isBetween((long) length, length + 12L);
    }

    @Test
    void whatStandsInManyPlacesIsManyTextsButOneObject() {
        JsonNode part = json("['" + "x".repeat(1_000) + "']");
        ArrayNode once = Json.array().add(part);
        ArrayNode often = Json.array();
        for (int i = 0; i < 100; i++) {
            often.add(part);
        }
        assertThat(Footprint.of(often).textBytes()).isGreaterThan(100_000);
        assertThat(Footprint.of(often).heapBytes())
                .isBetween(Footprint.of(once).heapBytes(), Footprint.of(once).heapBytes() + 1_000);
    }
}
