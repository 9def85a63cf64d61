package dev.tessera.app.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps sessions. Of a session's secret only the hash is stored. */
public interface SessionStore {
    Optional<Session> findByHash(String hash);

    void create(Session session, String hash);

    /** Remembers when a session was used last. */
    void markSeen(UUID id, Instant at);

    /** Ends a session, if there is one. */
    void delete(UUID id);

    /** Ends every session of {@code user} but {@code kept}. */
    void deleteOthers(UserId user, UUID kept);

    /** Ends every session of {@code user}. */
    void deleteAll(UserId user);

    /** Forgets sessions that expired before {@code before}. */
    void deleteExpired(Instant before);
}
