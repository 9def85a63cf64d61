package dev.tessera.app.access;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * That a user signed in with a browser. The secret that proves it is known to the browser alone.
 *
 * @param address from where the user signed in
 * @param userAgent what the browser calls itself, cut where it gets long
 */
public record Session(
        UUID id,
        UserId user,
        String address,
        String userAgent,
        Instant createdAt,
        Instant expiresAt,
        Instant lastSeenAt)
        implements Credential {
    /** For how long a user stays signed in (spec/access.md 2.2). */
    static final Duration LIFETIME = Duration.ofDays(14);

    /** For how long a user who signed in may do what is sensitive. */
    static final Duration RECENT = Duration.ofHours(2);

    private static final int MAX_ADDRESS = 64;
    private static final int MAX_USER_AGENT = 256;

    public Session {
        address = cut(address, MAX_ADDRESS);
        userAgent = cut(userAgent, MAX_USER_AGENT);
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** The moment after which the user has to sign in again to do what is sensitive. */
    Instant recentUntil() {
        return createdAt.plus(RECENT);
    }

    /** Headers hold no NUL and no half of a pair of surrogates but one that is made here. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
