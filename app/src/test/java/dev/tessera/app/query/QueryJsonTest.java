package dev.tessera.app.query;

import static dev.tessera.app.query.Samples.json;
import static dev.tessera.app.query.Samples.project;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class QueryJsonTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    void addsWhatTheCacheSaysAndLeavesTheResultAsItIs() {
        ObjectNode result = (ObjectNode) json("{'results': [1], 'hasMore': false, 'query_status': null}");
        JsonNode before = result.deepCopy();
        ObjectNode written = QueryJson.response(
                project(),
                new Answer.Result(
                        "cache_1_x",
                        result,
                        96,
                        true,
                        NOON,
                        Optional.of(NOON.plusSeconds(60)),
                        NOON.plusSeconds(30).plusNanos(1_000)));
        assertThat(written).isEqualTo(json("""
                {'results': [1], 'hasMore': false, 'query_status': null, 'is_cached': true,
                 'last_refresh': '2026-03-10T12:00:00Z', 'next_allowed_client_refresh': '2026-03-10T12:00:30.000001Z',
                 'cache_target_age': '2026-03-10T12:01:00Z', 'cache_key': 'cache_1_x', 'timezone': 'UTC',
                 'query_metadata': null, 'calculation_trigger': null}"""));
        assertThat(written.get("results")).isSameAs(result.get("results"));
        assertThat(result).isEqualTo(before);
    }

    @Test
    void aResultThatIsAlwaysFreshHasNoTargetAge() {
        ObjectNode written = QueryJson.response(
                project(), new Answer.Result("k", (ObjectNode) json("{}"), 96, false, NOON, Optional.empty(), NOON));
        assertThat(written.get("cache_target_age").isNull()).isTrue();
    }
}
