package dev.tessera.app.access;

import dev.tessera.kernel.id.ProjectId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Keeps users. An e-mail address is one of them, whatever its case. */
public interface UserStore {
    /** Whether there is no user at all, which is when an instance is set up. */
    boolean isEmpty();

    /** Waits until nobody else makes a user, and lets nobody do so before the open transaction ends. */
    void lock();

    Optional<User> find(UserId id);

    /** Those of {@code ids} that exist. */
    Map<UserId, User> find(Collection<UserId> ids);

    Optional<User> findByEmail(String email);

    /**
     * Stores a new user and gives it its id.
     *
     * @throws dev.tessera.kernel.tx.DuplicateException when the e-mail address is taken
     */
    User create(NewUser user);

    /**
     * Stores everything of {@code user} but its password and what is current.
     *
     * @throws dev.tessera.kernel.tx.DuplicateException when the e-mail address is taken
     */
    void update(User user);

    /** The encoded hash of the user's password. */
    Optional<String> passwordHash(UserId id);

    /** Replaces the encoded hash of the user's password. */
    void setPasswordHash(UserId id, String hash);

    /** What the user has set for itself. */
    UserPreferences preferences(UserId id);

    /** Replaces what the user has set for itself. */
    void setPreferences(UserId id, UserPreferences preferences);

    /** Makes {@code project} and its organization the current ones of {@code user}. */
    void setCurrent(UserId user, OrganizationId organization, ProjectId project);
}
