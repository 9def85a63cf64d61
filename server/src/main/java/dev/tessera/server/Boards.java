package dev.tessera.server;

import dev.tessera.app.dashboards.DashboardRoutes;
import dev.tessera.app.dashboards.Dashboards;
import dev.tessera.app.http.Route;
import dev.tessera.app.insights.InsightRoutes;
import dev.tessera.app.insights.InsightViewRoutes;
import dev.tessera.app.insights.Insights;
import dev.tessera.app.insights.Results;
import dev.tessera.app.query.Answers;
import dev.tessera.app.tiles.TileStore;
import dev.tessera.kernel.time.Clock;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.dashboards.SqlDashboardStore;
import dev.tessera.metadata.insights.SqlInsightStore;
import dev.tessera.metadata.tiles.SqlTileStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/** The parts that keep insights and dashboards. */
record Boards(TileStore tiles, Insights insights, Dashboards dashboards) {
    static Boards over(Database database, Access access, Clock clock, SecureRandom random) {
        TileStore tiles = new SqlTileStore(database);
        Insights insights = new Insights(database, new SqlInsightStore(database), tiles, access.users(), clock, random);
        Dashboards dashboards = new Dashboards(
                database, new SqlDashboardStore(database), tiles, insights, access.organizations(), clock);
        return new Boards(tiles, insights, dashboards);
    }

    /** What is asked of them over HTTP, with results from {@code answers}. */
    List<Route> routes(Access access, Answers answers, Clock clock) {
        Results results = new Results(answers);
        return Stream.of(
                        new InsightViewRoutes(access.guard(), insights).routes(),
                        new InsightRoutes(access.guard(), insights, results, clock).routes(),
                        new DashboardRoutes(access.guard(), dashboards, results, access.users()).routes())
                .flatMap(List::stream)
                .toList();
    }
}
