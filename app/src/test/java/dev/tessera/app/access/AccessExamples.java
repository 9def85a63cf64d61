package dev.tessera.app.access;

import dev.tessera.kernel.id.ProjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Values of access for tests; the same arguments give the same value. */
public final class AccessExamples {
    /** When everything here was made: an instant with microseconds. */
    public static final Instant MADE = Instant.parse("2024-01-31T12:00:00.123456Z");

    private AccessExamples() {}

    /** An organization whose slug is its name in lower case. */
    public static Organization organization(String name) {
        return new Organization(
                new OrganizationId(uuid(name)), name, name.toLowerCase(Locale.ROOT), MADE, MADE.plusNanos(1000));
    }

    /** A plain user whose password hash is {@code hash of} and the address. */
    public static NewUser user(String email) {
        return new NewUser(uuid(email), "distinct " + email, email, "Ada", "Lovelace", "hash of " + email, false, MADE);
    }

    /** A project whose token is made of its organization and name. */
    public static NewProject project(OrganizationId organization, String name) {
        return new NewProject(
                uuid(organization + name),
                organization,
                "phc_" + organization + name,
                name,
                ZoneId.of("Europe/Amsterdam"),
                MADE);
    }

    public static Membership membership(UserId user, OrganizationId organization, MembershipLevel level) {
        return new Membership(
                uuid(user.value() + " in " + organization), organization, user, level, MADE, MADE.plusNanos(2000));
    }

    /** A key without any restriction that was never used. */
    public static PersonalApiKey key(UserId user, String id, String... scopes) {
        return key(user, id, List.of(), List.of(), scopes);
    }

    /** A key that was never used. */
    public static PersonalApiKey key(
            UserId user, String id, List<ProjectId> projects, List<OrganizationId> organizations, String... scopes) {
        return new PersonalApiKey(
                id,
                user,
                "Key " + id,
                "phx_...abcd",
                new Scopes(List.of(scopes)),
                projects,
                organizations,
                MADE,
                Optional.empty(),
                Optional.empty());
    }

    /** {@code user}, who may not come in any more. */
    public static User deactivated(User user) {
        return new User(
                user.id(),
                user.uuid(),
                user.distinctId(),
                user.email(),
                user.firstName(),
                user.lastName(),
                false,
                user.staff(),
                user.role(),
                user.organization(),
                user.project(),
                user.createdAt());
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
