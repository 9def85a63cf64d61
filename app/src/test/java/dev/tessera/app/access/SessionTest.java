package dev.tessera.app.access;

import static dev.tessera.app.access.AccessExamples.MADE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {
    @Test
    void cutsWhatTheBrowserCallsItselfBetweenCharacters() {
        assertThat(session("x".repeat(256)).userAgent()).hasSize(256);
        assertThat(session("x".repeat(257)).userAgent()).isEqualTo("x".repeat(256));
        assertThat(session("x".repeat(255) + "🦦").userAgent()).isEqualTo("x".repeat(255));
    }

    @Test
    void isOverAtTheMomentOfItsEnd() {
        Session session = session("");
        assertThat(session.expired(session.expiresAt().minusNanos(1))).isFalse();
        assertThat(session.expired(session.expiresAt())).isTrue();
    }

    private static Session session(String userAgent) {
        return new Session(
                new UUID(1, 1), new UserId(1), "127.0.0.1", userAgent, MADE, MADE.plus(Session.LIFETIME), MADE);
    }
}
