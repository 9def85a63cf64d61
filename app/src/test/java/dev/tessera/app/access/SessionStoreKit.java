package dev.tessera.app.access;

import static dev.tessera.app.access.AccessExamples.MADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.tx.DuplicateException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of sessions must do. */
public abstract class SessionStoreKit {
    /** Stores over one empty database. */
    protected abstract AccessStores stores();

    @Test
    void findsASessionByTheHashOfItsSecretWithAllOfIt() {
        UserId ada = stores().user("ada").id();
        Session session = new Session(
                new UUID(1, 1),
                ada,
                "2001:db8::1",
                "Büro/1.0 (🙂)",
                MADE,
                MADE.plusNanos(1_000),
                MADE.plusNanos(2_000));
        sessions().create(session, "sha256$1");
        sessions().create(session(2, ada), "sha256$2");
        assertThat(sessions().findByHash("sha256$1")).contains(session);
        assertThat(sessions().findByHash("sha256$3")).isEmpty();
    }

    @Test
    void refusesASecretThatIsTaken() {
        UserId ada = stores().user("ada").id();
        Session first = session(1, ada);
        sessions().create(first, "sha256$1");
        assertThatThrownBy(() -> sessions().create(session(2, ada), "sha256$1")).isInstanceOf(DuplicateException.class);
        assertThat(sessions().findByHash("sha256$1")).contains(first);
    }

    @Test
    void remembersWhenASessionWasUsedLast() {
        UserId ada = stores().user("ada").id();
        Session other = session(2, ada);
        sessions().create(session(1, ada), "sha256$1");
        sessions().create(other, "sha256$2");
        sessions().markSeen(new UUID(1, 1), MADE.plusSeconds(60));
        assertThat(sessions().findByHash("sha256$1").map(Session::lastSeenAt)).contains(MADE.plusSeconds(60));
        assertThat(sessions().findByHash("sha256$2")).contains(other);
    }

    @Test
    void endsOneSession() {
        UserId ada = stores().user("ada").id();
        sessions().create(session(1, ada), "sha256$1");
        sessions().create(session(2, ada), "sha256$2");
        sessions().delete(new UUID(1, 1));
        sessions().delete(new UUID(1, 3));
        assertThat(sessions().findByHash("sha256$1")).isEmpty();
        assertThat(sessions().findByHash("sha256$2")).isPresent();
    }

    @Test
    void endsTheSessionsOfOneUserAllOrAllButOne() {
        UserId ada = stores().user("ada").id();
        UserId bob = stores().user("bob").id();
        sessions().create(session(1, ada), "sha256$1");
        sessions().create(session(2, ada), "sha256$2");
        sessions().create(session(3, bob), "sha256$3");
        sessions().deleteOthers(ada, new UUID(1, 2));
        assertThat(sessions().findByHash("sha256$1")).isEmpty();
        assertThat(sessions().findByHash("sha256$2")).isPresent();
        sessions().deleteAll(ada);
        assertThat(sessions().findByHash("sha256$2")).isEmpty();
        assertThat(sessions().findByHash("sha256$3")).isPresent();
    }

    @Test
    void forgetsWhatExpiredBeforeAMoment() {
        UserId ada = stores().user("ada").id();
        Instant end = session(1, ada).expiresAt();
        sessions().create(session(1, ada), "sha256$1");
        sessions().deleteExpired(end);
        assertThat(sessions().findByHash("sha256$1")).isPresent();
        sessions().deleteExpired(end.plusNanos(1_000));
        assertThat(sessions().findByHash("sha256$1")).isEmpty();
    }

    private SessionStore sessions() {
        return stores().sessions();
    }

    private static Session session(int number, UserId user) {
        return new Session(new UUID(1, number), user, "127.0.0.1", "agent", MADE, MADE.plus(Duration.ofDays(14)), MADE);
    }
}
