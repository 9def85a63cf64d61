package dev.tessera.app.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A user who has no number yet.
 *
 * @param email in any case; kept lower-cased
 * @param passwordHash the encoded hash
 */
public record NewUser(
        UUID uuid,
        String distinctId,
        String email,
        String firstName,
        String lastName,
        String passwordHash,
        boolean staff,
        Instant createdAt) {
    public NewUser {
        email = User.emailKey(email);
    }

    /** Hides the hash. */
    @Override
    public String toString() {
        return "NewUser[" + email + "]";
    }
}
