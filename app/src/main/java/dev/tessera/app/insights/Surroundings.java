package dev.tessera.app.insights;

import dev.tessera.app.access.Membership;
import dev.tessera.app.access.Project;
import dev.tessera.app.access.User;
import dev.tessera.app.access.UserId;
import dev.tessera.app.tiles.Board;
import dev.tessera.app.tiles.PrivilegeLevel;
import dev.tessera.app.tiles.RestrictionLevel;
import dev.tessera.app.tiles.Tile;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.id.InsightId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What insights are shown with: who asks, where else they are, and who made them.
 *
 * @param boards the live dashboards that {@code tiles} are on
 * @param tiles the live tiles that show each insight, on live dashboards; only where they are
 */
public record Surroundings(
        Project project,
        Membership caller,
        Map<InsightId, InsightMarks> marks,
        Map<InsightId, List<Tile>> tiles,
        Map<DashboardId, Board> boards,
        Map<UserId, User> users) {
    public Surroundings {
        marks = Map.copyOf(marks);
        tiles = Map.copyOf(tiles);
        boards = Map.copyOf(boards);
        users = Map.copyOf(users);
    }

    public Optional<User> user(Optional<UserId> id) {
        return id.flatMap(it -> Optional.ofNullable(users.get(it)));
    }

    InsightMarks marks(Insight insight) {
        return marks.getOrDefault(insight.id(), InsightMarks.none());
    }

    List<Tile> tiles(Insight insight) {
        return tiles.getOrDefault(insight.id(), List.of());
    }

    /** The strictest of its dashboards. */
    RestrictionLevel restriction(Insight insight) {
        return boards(insight).stream().anyMatch(it -> it.restriction() == RestrictionLevel.COLLABORATORS)
                ? RestrictionLevel.COLLABORATORS
                : RestrictionLevel.EVERYONE;
    }

    /** To edit an insight is to be able to edit one of its dashboards, if it has any. */
    PrivilegeLevel privilege(Insight insight) {
        List<Board> boards = boards(insight);
        return PrivilegeLevel.of(boards.isEmpty() || boards.stream().anyMatch(it -> it.mayBeEditedBy(caller)));
    }

    private List<Board> boards(Insight insight) {
        return tiles(insight).stream()
                .flatMap(it -> Optional.ofNullable(boards.get(it.dashboard())).stream())
                .toList();
    }
}
