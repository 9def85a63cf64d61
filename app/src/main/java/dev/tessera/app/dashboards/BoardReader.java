package dev.tessera.app.dashboards;

import dev.tessera.app.access.ProjectCall;
import dev.tessera.app.access.UserId;
import dev.tessera.app.insights.Insight;
import dev.tessera.app.insights.Insights;
import dev.tessera.app.tiles.Text;
import dev.tessera.app.tiles.TextId;
import dev.tessera.app.tiles.Tile;
import dev.tessera.app.tiles.TileContent;
import dev.tessera.app.tiles.TileOrder;
import dev.tessera.app.tiles.TileStore;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.id.InsightId;
import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads dashboards with what is on them, in a fixed number of statements. */
final class BoardReader {
    private static final String TOO_LARGE =
            "This dashboard holds more than can be shown at once: its queries, filters and"
                    + " layouts are about a million characters. Take insights off it, or shorten their queries.";

    private final DashboardStore dashboards;
    private final TileStore tiles;
    private final Insights insights;

    BoardReader(DashboardStore dashboards, TileStore tiles, Insights insights) {
        this.dashboards = dashboards;
        this.tiles = tiles;
        this.insights = insights;
    }

    /** A dashboard as {@code call} sees it, which takes memory for it. */
    BoardView read(ProjectCall call, Dashboard dashboard) {
        ProjectId project = call.projectId();
        reserve(call, dashboard.id());
        List<Tile> live = dashboard.deleted() ? List.of() : live(project, dashboard.id());
        Map<InsightId, Insight> shown = shown(project, live);
        List<TextId> textIds = textsOf(live);
        Map<TextId, Text> texts = tiles.texts(project, textIds);
        return new BoardView(
                dashboard,
                ordered(live, shown),
                shown,
                texts,
                byText(tiles.placesOfTexts(project, textIds)),
                lastView(call, dashboard),
                insights.surroundings(call, shown.values(), people(dashboard, texts)));
    }

    /** Takes memory for reading a dashboard as a whole. */
    void reserve(ProjectCall call, DashboardId dashboard) {
        call.request().reserve(tiles.size(call.projectId(), dashboard).bytes(), TOO_LARGE);
    }

    /** The tiles of a live dashboard that can be seen, by id (spec/dashboards.md 2.4). */
    List<Tile> visible(ProjectId project, DashboardId dashboard) {
        List<Tile> live = live(project, dashboard);
        return visible(live, shown(project, live)).toList();
    }

    private Optional<Instant> lastView(ProjectCall call, Dashboard dashboard) {
        DashboardId id = dashboard.id();
        Map<DashboardId, Instant> views =
                dashboards.views(call.projectId(), call.user().id(), List.of(id));
        return Optional.ofNullable(views.get(id));
    }

    private List<Tile> live(ProjectId project, DashboardId dashboard) {
        return tiles.on(project, dashboard).stream().filter(Tile::isLive).toList();
    }

    private Map<InsightId, Insight> shown(ProjectId project, List<Tile> live) {
        Map<InsightId, Insight> shown = new HashMap<>(insights.find(project, insightsOf(live)));
        shown.values().removeIf(Insight::deleted);
        return shown;
    }

    private static Stream<Tile> visible(List<Tile> live, Map<InsightId, Insight> shown) {
        return live.stream()
                .filter(it ->
                        !(it.content() instanceof TileContent.OfInsight insight) || shown.containsKey(insight.id()));
    }

    /** Without tiles of deleted insights; where places are equal, by the order of insights and then of making. */
    private static List<Tile> ordered(List<Tile> live, Map<InsightId, Insight> shown) {
        return visible(live, shown)
                .sorted(TileOrder.by(TileOrder.DESKTOP)
                        .thenComparingLong(it -> order(it, shown))
                        .thenComparingLong(it -> it.id().value()))
                .toList();
    }

    private static long order(Tile tile, Map<InsightId, Insight> shown) {
        return switch (tile.content()) {
            case TileContent.OfText _ -> Long.MAX_VALUE;
            case TileContent.OfInsight it -> {
                Insight insight = shown.get(it.id());
                yield insight == null || insight.details().order().isEmpty()
                        ? Long.MAX_VALUE
                        : insight.details().order().getAsInt();
            }
        };
    }

    private static List<InsightId> insightsOf(List<Tile> tiles) {
        List<InsightId> ids = new ArrayList<>();
        for (Tile tile : tiles) {
            if (tile.content() instanceof TileContent.OfInsight it) {
                ids.add(it.id());
            }
        }
        return ids;
    }

    private static List<TextId> textsOf(List<Tile> tiles) {
        List<TextId> ids = new ArrayList<>();
        for (Tile tile : tiles) {
            if (tile.content() instanceof TileContent.OfText it) {
                ids.add(it.id());
            }
        }
        return ids;
    }

    private static Map<TextId, List<Tile>> byText(List<Tile> tiles) {
        Map<TextId, List<Tile>> byText = new HashMap<>();
        for (Tile tile : tiles) {
            if (tile.content() instanceof TileContent.OfText it) {
                byText.computeIfAbsent(it.id(), _ -> new ArrayList<>()).add(tile);
            }
        }
        return byText;
    }

    private static Set<UserId> people(Dashboard dashboard, Map<TextId, Text> texts) {
        Set<UserId> people = new HashSet<>();
        dashboard.createdBy().ifPresent(people::add);
        for (Text text : texts.values()) {
            text.createdBy().ifPresent(people::add);
            text.lastModifiedBy().ifPresent(people::add);
        }
        return people;
    }
}
