package dev.tessera.app.demo;

import dev.tessera.app.access.Membership;
import dev.tessera.app.dashboards.Dashboards;
import dev.tessera.app.demo.world.Story;
import dev.tessera.app.http.Fields;
import dev.tessera.app.insights.Insights;
import dev.tessera.app.tiles.Text;
import dev.tessera.app.tiles.TextId;
import dev.tessera.app.tiles.TileContent;
import dev.tessera.app.tiles.TileLook;
import dev.tessera.app.tiles.TileStore;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.tx.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The dashboards of the demo. Each is a file that says in the order of its tiles what they show and in which box of a
 * grid of twelve columns they stand; on narrow screens one stands under the other.
 */
public final class DemoBoards {
    private static final List<String> FILES = List.of("growth.json", "product.json", "revenue.json");
    private static final int DAYS_AROUND_OUTAGE = 14;
    private static final DateTimeFormatter IN_TEXTS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Transactions transactions;
    private final Insights insights;
    private final Dashboards dashboards;
    private final TileStore tiles;

    public DemoBoards(Transactions transactions, Insights insights, Dashboards dashboards, TileStore tiles) {
        this.transactions = transactions;
        this.insights = insights;
        this.dashboards = dashboards;
        this.tiles = tiles;
    }

    /** Makes all of them, or none, as {@code owner} would. */
    public void create(ProjectId project, Membership owner, Story story) {
        transactions.write(() -> {
            FILES.forEach(file -> create(project, owner, board(file, story), story));
            return FILES.size();
        });
    }

    private void create(ProjectId project, Membership owner, JsonNode board, Story story) {
        ObjectNode fields = Json.object();
        List.of("name", "description", "tags").forEach(name -> fields.set(name, board.path(name)));
        fields.put("pinned", true);
        DashboardId dashboard = dashboards.create(project, owner, Fields.of(fields, ""));
        int row = 0;
        for (JsonNode tile : board.path("tiles")) {
            TileContent content = tile.has("text")
                    ? text(project, owner, tile.path("text").asString(), story)
                    : insight(project, owner, tile);
            JsonNode box = tile.path("box");
            int rows = tile.path("rows").asInt(box.path(3).asInt());
            tiles.create(project, dashboard, content, look(box, row, rows));
            row += rows;
        }
    }

    private TileContent insight(ProjectId project, Membership owner, JsonNode tile) {
        ObjectNode fields = Json.object();
        fields.set("name", tile.path("name"));
        fields.set("description", tile.path("description"));
        fields.put("saved", true);
        fields.putObject("query").put("kind", "InsightVizNode").set("source", tile.path("query"));
        return new TileContent.OfInsight(insights.create(project, owner, Fields.of(fields, "")));
    }

    private TileContent text(ProjectId project, Membership owner, String body, Story story) {
        Text text =
                new Text(new TextId(0), Optional.of(body), Optional.of(owner.user()), Optional.empty(), story.end());
        return new TileContent.OfText(tiles.createText(project, text).id());
    }

    /** A tile's place: {@code box} on the wide grid, and in one column {@code rows} from {@code row} on. */
    private static TileLook look(JsonNode box, int row, int rows) {
        ObjectNode layouts = Json.object();
        layouts.set(
                "sm",
                box(
                        box.path(0).asInt(),
                        box.path(1).asInt(),
                        box.path(2).asInt(),
                        box.path(3).asInt()));
        layouts.set("xs", box(0, row, 1, rows));
        return new TileLook(layouts, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ObjectNode box(int x, int y, int width, int height) {
        return Json.object().put("x", x).put("y", y).put("w", width).put("h", height);
    }

    /** The file with the dates of the story in place of their names. */
    private static JsonNode board(String file, Story story) {
        Map<String, String> dates = Map.of(
                "{campaign}", inText(story.campaignBegin()),
                "{launch}", inText(story.launch()),
                "{outage}", inText(story.outage()),
                "{outageFrom}", story.outage().minusDays(DAYS_AROUND_OUTAGE).toString(),
                "{outageTo}", story.outage().plusDays(DAYS_AROUND_OUTAGE).toString());
        String text = read(file);
        for (Map.Entry<String, String> date : dates.entrySet()) {
            text = text.replace(date.getKey(), date.getValue());
        }
        return Json.parse(text);
    }

    private static String inText(LocalDate date) {
        return IN_TEXTS.format(date);
    }

    private static String read(String file) {
        try (InputStream in = DemoBoards.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks the dashboard " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
