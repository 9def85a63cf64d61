package dev.tessera.app.tiles;

import dev.tessera.app.access.Membership;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.id.InsightId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts insights on dashboards and takes them off (spec/dashboards.md 2.3). */
public final class Tiles {
    /** The most tiles that a dashboard may have, removed ones too, so that one can be read as a whole. */
    public static final int MAX_ON_DASHBOARD = 1_000;

    private final TileStore store;

    public Tiles(TileStore store) {
        this.store = store;
    }

    /**
     * Makes {@code wanted} the dashboards that show an insight; call it in a transaction.
     *
     * @throws ProblemException when one of them is not there, or {@code caller} may not edit one that changes
     */
    public void place(ProjectId project, Membership caller, InsightId insight, Collection<DashboardId> wanted) {
        Map<DashboardId, Tile> present = new HashMap<>();
        store.placesOfInsights(project, List.of(insight)).forEach(it -> present.put(it.dashboard(), it));
        Set<DashboardId> all = new LinkedHashSet<>(wanted);
        present.values().stream().filter(Tile::isLive).map(Tile::dashboard).forEach(all::add);
        Map<DashboardId, Board> boards = store.boards(project, all);
        for (DashboardId id : all) {
            Optional<Tile> tile = Optional.ofNullable(present.get(id));
            boolean shown = tile.filter(Tile::isLive).isPresent();
            if (!wanted.contains(id)) {
                Optional.ofNullable(boards.get(id)).ifPresent(it -> checkEditable(it, caller, "remove insights from"));
                store.update(project, whole(project, tile.orElseThrow()).withDeleted(Optional.of(true)));
                continue;
            }
            Board board = Optional.ofNullable(boards.get(id)).orElseThrow(Tiles::noDashboard);
            if (!shown) {
                checkEditable(board, caller, "add insights to");
                add(project, board, insight, tile);
            }
        }
    }

    /** Ends a request that would give a dashboard more tiles than it may have. */
    public void checkRoom(ProjectId project, DashboardId dashboard, String attr) {
        if (store.count(project, dashboard) >= MAX_ON_DASHBOARD) {
            throw ProblemException.invalid(
                    "A dashboard can have " + MAX_ON_DASHBOARD + " tiles at most, removed ones included.", attr);
        }
    }

    private void add(ProjectId project, Board board, InsightId insight, Optional<Tile> removed) {
        if (removed.isPresent()) {
            store.update(project, whole(project, removed.get()).withDeleted(Optional.of(false)));
        } else {
            checkRoom(project, board.id(), "dashboards");
            store.create(project, board.id(), new TileContent.OfInsight(insight), TileLook.plain());
        }
    }

    private Tile whole(ProjectId project, Tile place) {
        return store.find(project, place.id()).orElseThrow(ProblemException::notFound);
    }

    private static void checkEditable(Board board, Membership caller, String action) {
        if (!board.mayBeEditedBy(caller)) {
            throw new ProblemException(new Problem.Forbidden("You don't have permission to " + action + " dashboard: "
                    + board.id().value()));
        }
    }

    private static ProblemException noDashboard() {
        return ProblemException.invalid("Dashboard not found", "dashboards");
    }
}
