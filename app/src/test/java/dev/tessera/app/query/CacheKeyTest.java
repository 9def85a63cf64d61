package dev.tessera.app.query;

import static dev.tessera.app.query.Samples.json;
import static dev.tessera.app.query.Samples.project;
import static dev.tessera.app.query.Samples.trends;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.access.Project;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CacheKeyTest {
    private static final String SERIES = "{'kind': 'EventsNode', 'event': 'visit'}";
    private static final JsonNode QUERY = trends("'interval': 'week'");

    @Test
    void isOpaqueAndNamesTheProject() {
        assertThat(key(project(), QUERY)).matches("cache_1_[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'series': [{'event': 'visit', 'kind': 'EventsNode'}], 'interval': 'week', 'kind': 'TrendsQuery'}",
                "{'kind': 'TrendsQuery', 'series': [" + SERIES + "], 'interval': 'week', 'trendsFilter': null}",
                "{'kind': 'TrendsQuery', 'series': [" + SERIES + "], 'interval': 'week', 'tags': {'productKey': 'x'}}",
                "{'kind': 'TrendsQuery', 'series': [" + SERIES + "], 'interval': 'week', 'response': {'results': []}}",
                "{'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'event': 'visit', 'response': {}}],"
                        + " 'interval': 'week'}",
                "{'kind': 'InsightVizNode', 'showTable': true, 'source': {'kind': 'TrendsQuery', 'series': [" + SERIES
                        + "], 'interval': 'week'}}",
            })
    void isTheSameForEveryTextOfAQuery(String other) {
        assertThat(key(project(), json(other))).isEqualTo(key(project(), QUERY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'interval': 'day'",
                "'interval': 'week', 'filterTestAccounts': true",
                "'interval': 'week', 'dateRange': {'date_from': '-7d'}",
                "'interval': 'week', 'properties': [{'key': 'a', 'value': 'b'}]",
            })
    void differsBetweenQueries(String fields) {
        assertThat(key(project(), trends(fields))).isNotEqualTo(key(project(), QUERY));
    }

    @Test
    void differsBetweenOrdersOfSeries() {
        String other = "{'kind': 'EventsNode', 'event': 'sale'}";
        assertThat(key(project(), json("{'kind': 'TrendsQuery', 'series': [" + SERIES + ", " + other + "]}")))
                .isNotEqualTo(
                        key(project(), json("{'kind': 'TrendsQuery', 'series': [" + other + ", " + SERIES + "]}")));
    }

    @Test
    void differsBetweenSettingsOfTheProject() {
        assertThat(key(Samples.project(2, "UTC", OptionalInt.empty(), "[]"), QUERY))
                .isNotEqualTo(key(project(), QUERY));
        assertThat(key(Samples.project(1, "Asia/Tokyo", OptionalInt.empty(), "[]"), QUERY))
                .isNotEqualTo(key(project(), QUERY));
        assertThat(key(Samples.project(1, "UTC", OptionalInt.of(1), "[]"), QUERY))
                .isNotEqualTo(key(project(), QUERY));
        assertThat(key(Samples.project(1, "UTC", OptionalInt.of(0), "[]"), QUERY))
                .isEqualTo(key(project(), QUERY));
    }

    @Test
    void testAccountsMatterOnlyToQueriesThatLeaveThemOut() {
        Project filtered = Samples.project(
                1, "UTC", OptionalInt.empty(), "[{\"key\":\"email\",\"value\":\"a\",\"operator\":\"is_not\"}]");
        JsonNode without = trends("'filterTestAccounts': true");
        assertThat(key(filtered, QUERY)).isEqualTo(key(project(), QUERY));
        assertThat(key(filtered, without)).isNotEqualTo(key(project(), without));
    }

    private static String key(Project project, JsonNode query) {
        return Question.of(project, query).cacheKey();
    }
}
