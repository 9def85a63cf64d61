package dev.tessera.app.access;

import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Someone who signs in.
 *
 * @param distinctId under which the user's own product events would be sent
 * @param email in any case; kept lower-cased
 * @param active whether the user may sign in and use keys
 * @param staff whether the user administers the whole instance
 * @param role the role at the organization that the user gave, such as {@code engineering}
 * @param organization the current organization
 * @param project the current project, which {@code @current} stands for
 */
public record User(
        UserId id,
        UUID uuid,
        String distinctId,
        String email,
        String firstName,
        String lastName,
        boolean active,
        boolean staff,
        Optional<String> role,
        Optional<OrganizationId> organization,
        Optional<ProjectId> project,
        Instant createdAt) {
    public User {
        email = emailKey(email);
    }

    /** The same user with other names. */
    User withNames(String first, String last) {
        return new User(
                id, uuid, distinctId, email, first, last, active, staff, role, organization, project, createdAt);
    }

    /** The same user with another role at the organization. */
    User withRole(Optional<String> other) {
        return new User(
                id,
                uuid,
                distinctId,
                email,
                firstName,
                lastName,
                active,
                staff,
                other,
                organization,
                project,
                createdAt);
    }

    /** The form in which e-mail addresses are kept and compared: one address, whatever its case. */
    public static String emailKey(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
