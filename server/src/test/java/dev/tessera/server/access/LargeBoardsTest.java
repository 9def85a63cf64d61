package dev.tessera.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import dev.tessera.server.PressedServerTest;
import dev.tessera.server.RunningServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What large boards do to a server that has the heap that it is shipped with: a heap that is full would end it. */
class LargeBoardsTest extends PressedServerTest {
    private static final String PROJECT = "/api/projects/@current/";
    private static final String INSIGHTS = PROJECT + "insights/";
    private static final String DASHBOARDS = PROJECT + "dashboards/";
    private static final int MANY = 16;

    @Test
    void refusesToShowABoardThatIsTooLargeAndServesListsOfItsInsightsInParts() throws Exception {
        String board = Long.toString(
                post(DASHBOARDS, "{\"name\":\"large\"}").path("id").asLong());
        String query =
                "{\"kind\":\"InsightVizNode\",\"source\":{\"kind\":\"FunnelsQuery\",\"x\":" + values(190_000) + "}}";
        for (int i = 0; i < MANY; i++) {
            post(INSIGHTS, "{\"query\":" + query + ",\"dashboards\":[" + board + "]}");
        }

        HttpResponse<String> refused = get(DASHBOARDS + board + "/");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Json.parse(refused.body()).path("code").asString()).isEqualTo("answer_too_large");
        assertThat(Json.parse(refused.body()).path("detail").asString()).contains("Take insights off it");

        assertThat(all(INSIGHTS + "?limit=1000")).isEqualTo(MANY);
        livesThrough(List.of(INSIGHTS + "?limit=1000", INSIGHTS + "?basic=true&limit=1000", DASHBOARDS + board + "/"));
    }

    @Test
    void servesListsOfLargeDashboardsInParts() throws Exception {
        for (int i = 0; i < MANY; i++) {
            post(DASHBOARDS, "{\"name\":\"d\",\"filters\":{\"x\":" + values(99_000) + "}}");
        }
        assertThat(all(DASHBOARDS + "?limit=1000")).isEqualTo(MANY);
        livesThrough(List.of(DASHBOARDS, DASHBOARDS + "?limit=1000"));
    }

    private void livesThrough(List<String> paths) throws Exception {
        assertThat(server.statuses(
                        20, paths.stream().map(it -> request("GET", it, "")).toList()))
                .contains(200)
                .isSubsetOf(200, 400, 503);
        assertThat(get(PROJECT).statusCode()).isEqualTo(200);
    }

    /** How many items there are in a list, of which no part may have all. */
    private int all(String path) throws Exception {
        int found = 0;
        int parts = 0;
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            HttpResponse<String> answer = get(next.get());
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode page = Json.parse(answer.body());
            assertThat(page.path("count").asInt()).isEqualTo(MANY);
            found += page.path("results").size();
            parts++;
            next = Optional.of(page.path("next")).filter(JsonNode::isString).map(JsonNode::asString);
        }
        assertThat(parts).isGreaterThan(2);
        return found;
    }

    private JsonNode post(String path, String json) throws Exception {
        HttpResponse<String> answer = server.send(request("POST", path, json));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.parse(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return server.send(request("GET", path, ""));
    }

    private HttpRequest request(String method, String path, String body) {
        return server.request(path)
                .header("Authorization", "Bearer " + RunningServer.KEY)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** A list of about so many characters, of which a tree takes the most memory. */
    private static String values(int characters) {
        return "[" + "{},".repeat(characters / 3) + "1]";
    }
}
