package dev.tessera.app.tiles;

import dev.tessera.app.access.Membership;
import dev.tessera.app.access.UserId;
import dev.tessera.kernel.id.DashboardId;
import java.util.Optional;

/** A live dashboard as far as its tiles need to know it. */
public record Board(DashboardId id, Optional<UserId> createdBy, RestrictionLevel restriction) {
    /** Whether {@code member} may change who can edit it, which includes the right to edit it. */
    public boolean mayBeRestrictedBy(Membership member) {
        return member.manages(createdBy);
    }

    /** Whether {@code member} may change it and what is on it. */
    public boolean mayBeEditedBy(Membership member) {
        return restriction == RestrictionLevel.EVERYONE || mayBeRestrictedBy(member);
    }
}
