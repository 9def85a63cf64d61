package dev.tessera.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScopesTest {
    @Test
    void allowsWhatIsListed() {
        Scopes scopes = new Scopes(List.of("insight:read", "dashboard:read"));
        assertThat(scopes.allow("dashboard:read")).isTrue();
        assertThat(scopes.allow("insight:read")).isTrue();
        assertThat(scopes.allow("query:read")).isFalse();
    }

    @Test
    void writingIncludesReadingOfTheSameObjectOnly() {
        Scopes scopes = new Scopes(List.of("dashboard:write"));
        assertThat(scopes.allow("dashboard:read")).isTrue();
        assertThat(scopes.allow("dashboard_template:read")).isFalse();
        assertThat(scopes.allow("board:read")).isFalse();
    }

    @Test
    void readingDoesNotIncludeWriting() {
        assertThat(new Scopes(List.of("dashboard:read")).allow("dashboard:write"))
                .isFalse();
    }

    @Test
    void aStarAllowsEverythingAndAnEmptyListNothing() {
        assertThat(Scopes.everything().allow("dashboard:write")).isTrue();
        assertThat(new Scopes(List.of()).allow("dashboard:read")).isFalse();
    }
}
