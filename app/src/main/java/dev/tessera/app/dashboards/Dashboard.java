package dev.tessera.app.dashboards;

import dev.tessera.app.access.UserId;
import dev.tessera.app.tiles.Board;
import dev.tessera.kernel.id.DashboardId;
import java.time.Instant;
import java.util.Optional;

/** A page that insights and texts stand on (spec/dashboards.md 2.1). */
public record Dashboard(
        DashboardId id,
        DashboardDetails details,
        boolean deleted,
        CreationMode creationMode,
        Instant createdAt,
        Optional<UserId> createdBy) {

    /** The dashboard as its tiles know it. */
    public Board board() {
        return new Board(id, createdBy, details.restriction());
    }

    /** The dashboard as it is after someone looked at it. */
    Dashboard accessed(Instant at) {
        Instant latest = details.lastAccessedAt().filter(at::isBefore).orElse(at);
        return with(details.accessed(latest), deleted);
    }

    public Dashboard with(DashboardDetails newDetails, boolean newDeleted) {
        return new Dashboard(id, newDetails, newDeleted, creationMode, createdAt, createdBy);
    }
}
