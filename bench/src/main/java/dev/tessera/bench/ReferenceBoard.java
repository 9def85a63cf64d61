package dev.tessera.bench;

import dev.tessera.kernel.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A dashboard of twelve tiles: five counts, three of daily persons, two with a breakdown, two texts. */
final class ReferenceBoard {
    private final Server server;
    private final int id;
    private final List<Integer> insights = new ArrayList<>();

    private ReferenceBoard(Server server, int id) {
        this.server = server;
        this.id = id;
    }

    /** Makes it on a server. */
    static ReferenceBoard on(Server server) throws IOException, InterruptedException {
        JsonNode board = server.send("POST", "dashboards/", Json.object().put("name", "Reference"));
        ReferenceBoard made = new ReferenceBoard(server, board.path("id").asInt());
        made.text("## Reference\n\nTwelve tiles.");
        made.insight("Views", "page viewed", "total", "BoldNumber", "");
        made.insight("Orders", "ordered", "total", "BoldNumber", "");
        made.insight("Views a day", "page viewed", "total", "ActionsLineGraph", "");
        made.insight("Orders a day", "ordered", "total", "ActionsBar", "");
        made.insight("Searches a day", "searched", "total", "ActionsAreaGraph", "");
        made.insight("Visitors a day", "page viewed", "dau", "ActionsLineGraph", "");
        made.insight("Buyers a day", "ordered", "dau", "ActionsLineGraph", "");
        made.insight("Searchers a day", "searched", "dau", "ActionsLineGraph", "");
        made.insight("Views by browser", "page viewed", "total", "ActionsLineGraph", "browser");
        made.insight("Orders by country", "ordered", "total", "ActionsPie", "country");
        made.text("That is all.");
        return made;
    }

    /**
     * Looks at it as its page does: the dashboard, then one answer after the other.
     *
     * @param anew whether every tile is computed, as after a click on "Refresh"; otherwise those that are too old
     */
    void look(boolean anew) throws IOException, InterruptedException {
        String refresh = anew ? "force_blocking" : "blocking";
        server.get("dashboards/" + id + "/");
        for (int insight : insights) {
            server.get("insights/" + insight + "/?refresh=" + refresh + "&from_dashboard=" + id);
        }
    }

    /** The address of its page. */
    String url() throws IOException, InterruptedException {
        return server.url() + "/project/" + server.project() + "/dashboard/" + id;
    }

    private void text(String markdown) throws IOException, InterruptedException {
        ObjectNode change = Json.object();
        change.putArray("tiles").addObject().putObject("text").put("body", markdown);
        server.send("PATCH", "dashboards/" + id + "/", change);
    }

    private void insight(String name, String event, String math, String display, String breakdown)
            throws IOException, InterruptedException {
        ObjectNode source = Json.object().put("kind", "TrendsQuery").put("interval", "day");
        source.putObject("dateRange").put("date_from", "-60d");
        source.putArray("series")
                .addObject()
                .put("kind", "EventsNode")
                .put("event", event)
                .put("math", math);
        source.putObject("trendsFilter").put("display", display);
        if (!breakdown.isEmpty()) {
            source.putObject("breakdownFilter").put("breakdown", breakdown).put("breakdown_type", "event");
        }
        ObjectNode insight = Json.object().put("name", name);
        insight.putObject("query").put("kind", "InsightVizNode").set("source", source);
        insight.putArray("dashboards").add(id);
        insights.add(server.send("POST", "insights/", insight).path("id").asInt());
    }
}
