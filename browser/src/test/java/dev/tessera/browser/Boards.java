package dev.tessera.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes dashboards and insights through the API. */
final class Boards {
    private static final String PROJECT = "/api/projects/@current/";

    private final RunningServer server;

    Boards(RunningServer server) {
        this.server = server;
    }

    /** The number of a new dashboard. */
    int board(String name) {
        return created(server.post(
                        PROJECT + "dashboards/", Json.write(Json.object().put("name", name))))
                .path("id")
                .asInt();
    }

    /** The short id of a new insight on a dashboard: how often {@code event} happened in the last week, drawn as {@code display}. */
    String insight(int board, String name, String event, String display) {
        ObjectNode source = Json.object().put("kind", "TrendsQuery");
        source.putArray("series").addObject().put("kind", "EventsNode").put("event", event);
        source.putObject("dateRange").put("date_from", "-7d");
        source.putObject("trendsFilter").put("display", display);
        ObjectNode insight = Json.object().put("name", name);
        insight.putObject("query").put("kind", "InsightVizNode").set("source", source);
        insight.putArray("dashboards").add(board);
        return created(server.post(PROJECT + "insights/", Json.write(insight)))
                .path("short_id")
                .asString();
    }

    /** Puts a text on a dashboard. */
    void text(int board, String markdown) {
        ObjectNode change = Json.object();
        change.putArray("tiles").addObject().putObject("text").put("body", markdown);
        Reply reply = server.patch(PROJECT + "dashboards/" + board + "/", Json.write(change));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    /** Makes the only tile of a dashboard as large as that. */
    void resize(int board, int columns, int rows) {
        ObjectNode change = Json.object();
        change.putArray("tiles")
                .addObject()
                .put("id", get(board).at("/tiles/0/id").asInt())
                .putObject("layouts")
                .putObject("sm")
                .put("x", 0)
                .put("y", 0)
                .put("w", columns)
                .put("h", rows);
        Reply reply = server.patch(PROJECT + "dashboards/" + board + "/", Json.write(change));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    /** Gives tags to what is at {@code path} within the project, such as {@code dashboards/7/}. */
    void tag(String path, String... tags) {
        ObjectNode change = Json.object();
        ArrayNode all = change.putArray("tags");
        for (String tag : tags) {
            all.add(tag);
        }
        Reply reply = server.patch(PROJECT + path, Json.write(change));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    /** A dashboard as it is stored. */
    JsonNode get(int board) {
        Reply reply = server.get(PROJECT + "dashboards/" + board + "/");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    /** Where the page of a dashboard is. */
    String path(int board) {
        return "/project/" + server.get(PROJECT).at("id").asInt() + "/dashboard/" + board;
    }

    private static JsonNode created(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json();
    }
}
