package dev.tessera.app.access;

import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key with which a program acts for a user. Its value is known to the user alone.
 *
 * @param maskValue what may be shown of the value, {@code phx_...abcd}
 * @param projects the only projects that it works for; empty for all of its user's
 * @param organizations the only organizations that it works for; empty for all of its user's
 */
public record PersonalApiKey(
        String id,
        UserId user,
        String label,
        String maskValue,
        Scopes scopes,
        List<ProjectId> projects,
        List<OrganizationId> organizations,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> lastRolledAt)
        implements Credential {
    public PersonalApiKey {
        projects = List.copyOf(projects);
        organizations = List.copyOf(organizations);
    }

    /** Whether it works for {@code organization}, as far as its own restriction goes. */
    boolean reaches(OrganizationId organization) {
        return organizations.isEmpty() || organizations.contains(organization);
    }
}
