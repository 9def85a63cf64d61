package dev.tessera.metadata.access;

import static dev.tessera.metadata.generated.Tables.SESSIONS;

import dev.tessera.app.access.Session;
import dev.tessera.app.access.SessionStore;
import dev.tessera.app.access.UserId;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.generated.tables.records.SessionsRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Sessions in the metadata store. */
public final class SqlSessionStore implements SessionStore {
    private final Database database;

    public SqlSessionStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Session> findByHash(String hash) {
        return database.reading(dsl -> dsl.fetchOptional(SESSIONS, SESSIONS.SECRET_HASH.eq(hash)))
                .map(SqlSessionStore::session);
    }

    @Override
    public void create(Session session, String hash) {
        database.writing(dsl -> {
            SessionsRecord row = dsl.newRecord(SESSIONS);
            row.setId(session.id());
            row.setSecretHash(hash);
            row.setUserId(session.user().value());
            row.setAddress(session.address());
            row.setUserAgent(session.userAgent());
            row.setCreatedAt(session.createdAt());
            row.setExpiresAt(session.expiresAt());
            row.setLastSeenAt(session.lastSeenAt());
            return row.insert();
        });
    }

    @Override
    public void markSeen(UUID id, Instant at) {
        database.writing(dsl -> dsl.update(SESSIONS)
                .set(SESSIONS.LAST_SEEN_AT, at)
                .where(SESSIONS.ID.eq(id))
                .execute());
    }

    @Override
    public void delete(UUID id) {
        database.writing(
                dsl -> dsl.deleteFrom(SESSIONS).where(SESSIONS.ID.eq(id)).execute());
    }

    @Override
    public void deleteOthers(UserId user, UUID kept) {
        database.writing(dsl -> dsl.deleteFrom(SESSIONS)
                .where(SESSIONS.USER_ID.eq(user.value()), SESSIONS.ID.ne(kept))
                .execute());
    }

    @Override
    public void deleteAll(UserId user) {
        database.writing(dsl -> dsl.deleteFrom(SESSIONS)
                .where(SESSIONS.USER_ID.eq(user.value()))
                .execute());
    }

    @Override
    public void deleteExpired(Instant before) {
        database.writing(dsl ->
                dsl.deleteFrom(SESSIONS).where(SESSIONS.EXPIRES_AT.lt(before)).execute());
    }

    private static Session session(SessionsRecord row) {
        return new Session(
                row.getId(),
                new UserId(row.getUserId()),
                row.getAddress(),
                row.getUserAgent(),
                row.getCreatedAt(),
                row.getExpiresAt(),
                row.getLastSeenAt());
    }
}
