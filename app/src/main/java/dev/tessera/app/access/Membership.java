package dev.tessera.app.access;

import java.time.Instant;
import java.util.UUID;

/** That a user belongs to an organization. */
public record Membership(
        UUID id,
        OrganizationId organization,
        UserId user,
        MembershipLevel level,
        Instant createdAt,
        Instant updatedAt) {}
