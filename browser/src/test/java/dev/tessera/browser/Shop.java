package dev.tessera.browser;

import dev.tessera.server.RunningServer;
import java.nio.file.Path;

/** A server with a dashboard of every kind of tile, an empty one, tags, and events of two persons. */
final class Shop implements AutoCloseable {
    private final RunningServer server;
    private final String project;
    private final int board;
    private final int empty;
    private final String insight;

    Shop(Path data) {
        server = RunningServer.on(data);
        server.capture("""
                [{"event": "read", "distinct_id": "ada", "properties": {"plan": "free"}},
                 {"event": "read", "distinct_id": "bob", "properties": {"plan": "team"}},
                 {"event": "buy", "distinct_id": "bob", "properties": {"plan": "team"}}]""");
        Boards boards = new Boards(server);
        project = server.get("/api/projects/@current/").at("id").asString();
        board = boards.board("Growth");
        empty = boards.board("Later");
        insight = boards.insight(board, "Readers", "read", "ActionsLineGraph");
        boards.insight(board, "Area", "read", "ActionsAreaGraph");
        boards.insight(board, "Bars", "read", "ActionsBar");
        boards.insight(board, "Pie", "read", "ActionsPie");
        boards.insight(board, "Number", "read", "BoldNumber");
        boards.insight(board, "Table", "read", "ActionsTable");
        boards.insight(board, "Values", "read", "ActionsBarValue");
        boards.insight(board, "Nothing", "never", "ActionsLineGraph");
        boards.tag("dashboards/" + board + "/", "growth", "weekly");
        boards.tag("dashboards/" + empty + "/", "ideas");
        boards.tag("insights/" + boards.get(board).at("/tiles/0/insight/id").asInt() + "/", "growth", "weekly");
        boards.text(board, "## Read me\n\nThese are [numbers](https://example.com) of *every* kind.");
    }

    RunningServer server() {
        return server;
    }

    String filled(String path) {
        return path.replace("{project}", project)
                .replace("{board}", Integer.toString(board))
                .replace("{empty}", Integer.toString(empty))
                .replace("{insight}", insight);
    }

    @Override
    public void close() {
        server.close();
    }
}
