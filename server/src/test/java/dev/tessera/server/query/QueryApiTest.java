package dev.tessera.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.time.SettableClock;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** spec/insights-and-query-api.md 1 and 9, through HTTP. */
class QueryApiTest {
    private static final String PATH = "/api/projects/@current/query/";
    private static final String TODAY = query("'dateRange': {'date_from': 'dStart'}");

    private final SettableClock clock = new SettableClock("2026-03-10T12:00:00Z");
    private RunningServer server;

    @BeforeEach
    void start(@TempDir Path data) {
        server = RunningServer.on(data, clock, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersWithTheResultAndWhatTheCacheSaysOfIt() {
        capture("visit", "2026-03-10T08:00:00Z", "{}");
        Reply reply = ask(TODAY, "'refresh': true");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("results/0/data")).isEqualTo(json("[1]"));
        assertThat(reply.at("results/0/days")).isEqualTo(json("['2026-03-10']"));
        JsonNode body = reply.json();
        assertThat(body.get("is_cached")).isEqualTo(json("false"));
        assertThat(body.get("last_refresh")).isEqualTo(json("'2026-03-10T12:00:00Z'"));
        assertThat(body.get("next_allowed_client_refresh")).isEqualTo(json("'2026-03-10T12:03:00Z'"));
        assertThat(body.get("cache_target_age")).isEqualTo(json("'2026-03-10T18:00:00Z'"));
        assertThat(body.get("cache_key").stringValue()).startsWith("cache_");
        assertThat(body.get("timezone")).isEqualTo(json("'UTC'"));
        assertThat(body.get("resolved_date_range").get("date_to")).isEqualTo(json("'2026-03-10T23:59:59.999999Z'"));
        assertThat(body.propertyNames())
                .contains("hasMore", "timings", "hogql", "modifiers", "error", "query_status", "query_metadata");
    }

    @Test
    void splitsBySeriesBucketAndValue() {
        capture("visit", "2026-03-09T08:00:00Z", "{\"plan\": \"free\"}");
        capture("visit", "2026-03-10T08:00:00Z", "{\"plan\": \"team\"}");
        capture("visit", "2026-03-10T09:00:00Z", "{\"plan\": \"team\"}");
        Reply reply = ask(
                query("'dateRange': {'date_from': '-1d'}, 'breakdownFilter': {'breakdown': 'plan'}"),
                "'refresh': 'force_blocking'");
        assertThat(reply.at("results/0/breakdown_value")).isEqualTo(json("'team'"));
        assertThat(reply.at("results/0/data")).isEqualTo(json("[0, 2]"));
        assertThat(reply.at("results/1/breakdown_value")).isEqualTo(json("'free'"));
        assertThat(reply.at("results/1/data")).isEqualTo(json("[1, 0]"));
    }

    @Test
    void takesANumberForTheSameHoweverItIsWritten() {
        for (String price : new String[] {"10", "10.0", "1e1", "1E+1", "\"10\"", "10.00"}) {
            capture("visit", "2026-03-10T08:00:00Z", "{\"price\": " + price + "}");
        }
        capture("visit", "2026-03-10T08:00:00Z", "{\"price\": 1E3}");
        String today = "'dateRange': {'date_from': 'dStart'}, ";
        Reply split = ask(query(today + "'breakdownFilter': {'breakdown': 'price'}"), "'refresh': true");
        assertThat(split.at("results").size()).isEqualTo(2);
        assertThat(split.at("results/0/breakdown_value")).isEqualTo(json("'10'"));
        assertThat(split.at("results/0/data")).isEqualTo(json("[6]"));
        assertThat(split.at("results/1/breakdown_value")).isEqualTo(json("'1000'"));
        assertThat(count(today, "exact", "10")).isEqualTo(6);
        assertThat(count(today, "exact", "10.0")).isEqualTo(6);
        assertThat(count(today, "exact", "['10', 1e3]")).isEqualTo(7);
        assertThat(count(today, "is_not", "'10'")).isEqualTo(1);
        assertThat(count(today, "exact", "'10.0'")).isEqualTo(5);
        assertThat(count(today, "is_not", "'1e1'")).isEqualTo(2);
    }

    private int count(String range, String operator, String price) {
        String filter = "'properties': [{'key': 'price', 'type': 'event', 'operator': '%s', 'value': %s}]"
                .formatted(operator, price);
        return ask(query(range + filter), "'refresh': true")
                .at("results/0/count")
                .intValue();
    }

    @Test
    void aForcedRefreshSeesWhateverWasAcknowledged() {
        for (int sent = 1; sent <= 30; sent++) {
            capture("visit", "2026-03-10T08:00:00Z", "{}");
            assertThat(ask(TODAY, "'refresh': true").at("results/0/count").intValue())
                    .isEqualTo(sent);
        }
    }

    @Test
    void behaviour4forceCacheComputesHere() {
        Reply reply = ask(TODAY, "'refresh': 'force_cache'");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("results/0/data")).isEqualTo(json("[0]"));
        assertThat(ask(TODAY, "'refresh': 'force_cache'").at("is_cached").booleanValue())
                .isTrue();
    }

    @Test
    void behaviour5theSecondAnswerIsCachedAndAForcedOneIsNew() {
        Reply first = ask(TODAY, "'refresh': 'blocking'");
        clock.set("2026-03-10T12:00:30Z");
        Reply second = ask(TODAY, "'refresh': 'blocking', 'client_query_id': 'x', 'name': 'y'");
        assertThat(first.at("is_cached").booleanValue()).isFalse();
        assertThat(second.at("is_cached").booleanValue()).isTrue();
        assertThat(second.at("last_refresh")).isEqualTo(first.at("last_refresh"));
        assertThat(second.at("results")).isEqualTo(first.at("results"));
        Reply forced = ask(TODAY, "'refresh': 'force_blocking'");
        assertThat(forced.at("is_cached").booleanValue()).isFalse();
        assertThat(forced.at("last_refresh")).isEqualTo(json("'2026-03-10T12:00:30Z'"));
    }

    @Test
    void behaviour12anUnknownKindIsRefused() {
        Reply reply = ask("{'kind': 'OracleQuery'}", "'refresh': 'blocking'");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("type")).isEqualTo(json("'validation_error'"));
        assertThat(reply.at("attr")).isEqualTo(json("'query__kind'"));
    }

    @Test
    void behaviour15aChangeOfTheZoneMissesTheCache() {
        Reply before = ask(TODAY, "'refresh': 'blocking'");
        assertThat(server.patch("/api/projects/@current/", "{\"timezone\": \"Asia/Tokyo\"}")
                        .status())
                .isEqualTo(200);
        Reply after = ask(TODAY, "'refresh': 'blocking'");
        assertThat(after.at("is_cached").booleanValue()).isFalse();
        assertThat(after.at("timezone")).isEqualTo(json("'Asia/Tokyo'"));
        assertThat(after.at("cache_key")).isNotEqualTo(before.at("cache_key"));
    }

    @Test
    void behaviour16aClosedRangeStaysCachedAndTodayDoesNot() {
        String closed = query("'dateRange': {'date_from': '2026-03-01', 'date_to': '2026-03-09'}");
        assertThat(ask(closed, "'refresh': 'blocking'").at("cache_target_age").isNull())
                .isTrue();
        ask(TODAY, "'refresh': 'blocking'");
        clock.set("2026-03-10T18:00:01Z");
        assertThat(ask(TODAY, "'refresh': 'blocking'").at("is_cached").booleanValue())
                .isFalse();
        clock.set("2027-03-10T12:00:00Z");
        Reply later = ask(closed, "'refresh': 'blocking'");
        assertThat(later.at("is_cached").booleanValue()).isTrue();
        assertThat(later.at("cache_target_age").isNull()).isTrue();
    }

    @Test
    void needsAQuery() {
        Reply reply = server.post(PATH, "{}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("code")).isEqualTo(json("'required'"));
        assertThat(reply.at("attr")).isEqualTo(json("'query'"));
    }

    @Test
    void refusesWhatItWouldHaveToIgnore() {
        assertRefused("'refresh': 'async'", "not_supported", "refresh");
        assertRefused("'async': true", "not_supported", "refresh");
        assertRefused("'refresh': 'soon'", "invalid_input", "refresh");
        assertRefused("'filters_override': {'date_from': '-30d'}", "not_supported", "filters_override");
        assertRefused("'filters_override': []", "invalid_input", "filters_override");
        assertRefused("'variables_override': 1", "invalid_input", "variables_override");
        assertRefused("'name': '" + "n".repeat(129) + "'", "max_length", "name");
        assertRefused("'client_query_id': '" + "n".repeat(129) + "'", "max_length", "client_query_id");
    }

    @Test
    void acceptsOverridesThatSayNothing() {
        assertThat(ask(
                                TODAY,
                                "'refresh': null, 'async': false, 'filters_override': {'date_from': null, 'properties': []},"
                                        + " 'variables_override': {}, 'name': null, 'client_query_id': null")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void needsAKey() {
        assertThat(server.send("POST", PATH, "{\"query\": " + TODAY.replace('\'', '"') + "}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void alsoAnswersUnderTheOldName() {
        String body = "{\"query\": " + TODAY.replace('\'', '"') + "}";
        assertThat(server.post("/api/environments/@current/query/", body).status())
                .isEqualTo(200);
    }

    @Test
    void isInTheApiDescription() {
        JsonNode operation = server.get("/api/schema/")
                .json()
                .path("paths")
                .path("/api/projects/{project_id}/query/")
                .path("post");
        assertThat(operation.path("x-scope").stringValue()).isEqualTo("query:read");
        assertThat(operation
                        .at("/requestBody/content/application~1json/schema/properties")
                        .propertyNames())
                .contains("query", "refresh", "client_query_id", "name", "filters_override", "variables_override");
    }

    private void assertRefused(String fields, String code, String attr) {
        Reply reply = ask(TODAY, fields);
        assertThat(reply.status()).as(fields).isEqualTo(400);
        assertThat(reply.at("code").stringValue()).as(fields).isEqualTo(code);
        assertThat(reply.at("attr").stringValue()).as(fields).isEqualTo(attr);
        assertThat(reply.at("detail").stringValue()).as(fields).endsWith(".");
    }

    private void capture(String event, String timestamp, String properties) {
        server.capture("[{\"event\": \"" + event + "\", \"distinct_id\": \"ada\", \"timestamp\": \"" + timestamp
                + "\", \"properties\": " + properties + "}]");
    }

    private Reply ask(String query, String fields) {
        return server.post(PATH, ("{'query': " + query + ", " + fields + "}").replace('\'', '"'));
    }

    private static String query(String fields) {
        return "{'kind': 'TrendsQuery', 'series': [{'kind': 'EventsNode', 'event': 'visit'}], " + fields + "}";
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
