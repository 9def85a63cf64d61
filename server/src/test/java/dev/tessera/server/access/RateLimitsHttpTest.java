package dev.tessera.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.time.SettableClock;
import dev.tessera.server.Browser;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behaviours of spec/access.md 10 about limits of requests. */
class RateLimitsHttpTest {
    private static final String ME = "/api/users/@me/";
    private static final String QUERY = "/api/projects/@current/query/";

    @TempDir
    private Path data;

    private final SettableClock clock = new SettableClock("2024-05-06T07:00:00Z");

    @Test
    void access48RefusesThe481stRequestOfAKeyInAMinute() {
        try (RunningServer server = RunningServer.on(data, clock, Map.of("TESSERA_RATE_LIMITS", "on"));
                AccessFixtures fixtures = new AccessFixtures(data)) {
            String other = fixtures.key(fixtures.firstUser(), "*");
            for (int i = 0; i < 480; i++) {
                assertThat(server.get(ME).status()).isEqualTo(200);
            }
            Reply refused = server.get(ME);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.body())
                    .isEqualTo("{\"type\":\"throttled_error\",\"code\":\"throttled\","
                            + "\"detail\":\"Request was throttled. Expected available in 60 seconds.\",\"attr\":null}");
            assertThat(refused.headers().firstValue("Retry-After")).contains("60");
            assertThat(server.get("/api/projects/").status()).isEqualTo(429);
            assertThat(Browser.signedIn(server).get(ME).status()).isEqualTo(200);
            assertThat(server.send("GET", ME, "", "Authorization", "Bearer " + other)
                            .status())
                    .isEqualTo(200);
            assertThat(server.send("GET", ME, "").status()).isEqualTo(401);
            clock.advance(Duration.ofMinutes(1));
            assertThat(server.get(ME).status()).isEqualTo(200);
        }
    }

    @Test
    void refusesThe481stRequestOfNobodyFromOneAddress() {
        try (RunningServer server = RunningServer.on(data, clock, Map.of("TESSERA_RATE_LIMITS", "on"))) {
            for (int i = 0; i < 480; i++) {
                Reply reply = i % 2 == 0
                        ? server.send("GET", ME, "")
                        : server.send("GET", ME, "", "Authorization", "Bearer phx_guess" + i);
                assertThat(reply.status()).isEqualTo(401);
            }
            assertThat(server.send("GET", ME, "").status()).isEqualTo(429);
            assertThat(server.send("GET", ME, "", "Authorization", "Bearer phx_guess")
                            .status())
                    .isEqualTo(429);
            assertThat(server.get(ME).status()).isEqualTo(200);
        }
    }

    @Test
    void access48DoesNotCountTheRequestsOfSessions() {
        try (RunningServer server = RunningServer.on(data, clock, Map.of("TESSERA_RATE_LIMITS", "on"))) {
            Browser browser = Browser.signedIn(server);
            for (int i = 0; i < 500; i++) {
                assertThat(browser.get(ME).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void refusesThe241stQueryInAMinute() {
        try (RunningServer server = RunningServer.on(data, clock, Map.of("TESSERA_RATE_LIMITS", "on"))) {
            for (int i = 0; i < 240; i++) {
                assertThat(server.post(QUERY, "{}").status()).isEqualTo(400);
            }
            assertThat(server.post(QUERY, "{}").status()).isEqualTo(429);
            assertThat(server.get(ME).status()).isEqualTo(200);
        }
    }

    @Test
    void access49RefusesNothingWhenLimitsAreOff() {
        try (RunningServer server = RunningServer.on(data, clock, Map.of())) {
            for (int i = 0; i < 500; i++) {
                assertThat(server.get(ME).status()).isEqualTo(200);
            }
        }
    }
}
