package dev.tessera.app.tiles;

import dev.tessera.app.access.UserId;
import dev.tessera.app.dashboards.CreationMode;
import dev.tessera.app.dashboards.Dashboard;
import dev.tessera.app.dashboards.DashboardDetails;
import dev.tessera.app.dashboards.DashboardStore;
import dev.tessera.app.dashboards.NewDashboard;
import dev.tessera.app.insights.Insight;
import dev.tessera.app.insights.InsightDetails;
import dev.tessera.app.insights.InsightStore;
import dev.tessera.app.insights.NewInsight;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.tx.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The stores that boards are in, over the same data, which has the two projects and the two users named here.
 */
public record BoardStores(
        InsightStore insights, DashboardStore dashboards, TileStore tiles, Transactions transactions) {
    public static final ProjectId PROJECT = new ProjectId(1);
    public static final ProjectId OTHER = new ProjectId(2);
    public static final UserId ANN = new UserId(1);
    public static final UserId BOB = new UserId(2);

    /** When everything here is created. */
    public static final Instant NOW = Instant.parse("2024-02-29T12:00:00.123456Z");

    public Insight insight(ProjectId project, String shortId) {
        return insight(project, shortId, InsightDetails.none());
    }

    public Insight insight(ProjectId project, String shortId, InsightDetails details) {
        return insights.create(project, new NewInsight(shortId, details, false, false, ANN, NOW));
    }

    public Dashboard dashboard(ProjectId project, String name) {
        return dashboard(project, CreationMode.DEFAULT, details(name, "", false, List.of()));
    }

    public Dashboard dashboard(ProjectId project, CreationMode mode, DashboardDetails details) {
        return dashboards.create(project, new NewDashboard(details, false, mode, ANN, NOW));
    }

    /** A new tile that shows {@code insight} on {@code dashboard}. */
    public Tile tile(ProjectId project, Dashboard dashboard, Insight insight) {
        return tiles.create(project, dashboard.id(), new TileContent.OfInsight(insight.id()), TileLook.plain());
    }

    /** Details of a dashboard that has these and nothing else. */
    public static DashboardDetails details(String name, String description, boolean pinned, List<String> tags) {
        DashboardDetails none = DashboardDetails.none();
        return new DashboardDetails(
                Optional.of(name),
                description,
                pinned,
                tags,
                none.restriction(),
                none.filters(),
                none.variables(),
                none.breakdownColors(),
                none.lastAccessedAt(),
                none.lastRefreshAt());
    }

    /** Details of an insight that has these and nothing else. */
    public static InsightDetails named(String name, String... tags) {
        return new InsightDetails(
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(tags));
    }
}
