package dev.tessera.app.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** That a user belongs to an organization. */
public record Membership(
        UUID id,
        OrganizationId organization,
        UserId user,
        MembershipLevel level,
        Instant createdAt,
        Instant updatedAt) {
    /** Whether the member may do everything with something that {@code creator} made (spec/access.md 8). */
    public boolean manages(Optional<UserId> creator) {
        return creator.equals(Optional.of(user)) || level.isAtLeast(MembershipLevel.ADMIN);
    }

    /** The name on the wire of what the member may do with something that {@code creator} made. */
    public String accessTo(Optional<UserId> creator) {
        return manages(creator) ? "manager" : "editor";
    }
}
