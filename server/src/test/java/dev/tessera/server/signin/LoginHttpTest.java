package dev.tessera.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.time.SettableClock;
import dev.tessera.server.Browser;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behaviours of spec/access.md 5 and 10 about signing in. */
class LoginHttpTest {
    private static final String RIGHT =
            "{\"email\": \"ada@example.com\", \"password\": \"" + RunningServer.PASSWORD + "\"}";
    private static final String INVALID = "{\"type\":\"validation_error\",\"code\":\"invalid_credentials\","
            + "\"detail\":\"Invalid email or password.\",\"attr\":null}";

    private final SettableClock clock = new SettableClock("2024-05-06T07:00:00Z");

    @TempDir
    private Path data;

    private RunningServer server;

    @BeforeEach
    void start() {
        server = RunningServer.on(data, clock, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void access37LetsInWhoKnowsThePassword() {
        Reply wrong = new Browser(server).signIn("ada@example.com", "wrong horse");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).isEqualTo(INVALID);
        assertThat(wrong.headers().allValues("Set-Cookie")).isEmpty();
        Browser browser = new Browser(server);
        Reply right = browser.signIn("ADA@example.com", RunningServer.PASSWORD);
        assertThat(right.status()).isEqualTo(200);
        assertThat(right.body()).isEqualTo("{\"success\":true}");
        assertThat(browser.cookie("sessionid")).isNotEmpty();
    }

    @Test
    void saysTheSameOfAnAddressThatNobodyHas() {
        Reply reply = new Browser(server).signIn("nobody@example.com", RunningServer.PASSWORD);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo(INVALID);
    }

    @Test
    void saysWhichFieldIsMissing() {
        Reply reply = server.send("POST", "/api/login/", "{\"email\": \"ada@example.com\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("code").asString() + " " + reply.at("attr").asString())
                .isEqualTo("required password");
    }

    @Test
    void access38LocksAnAddressOutAfterThirtyFailures() {
        for (int i = 0; i < 30; i++) {
            assertThat(new Browser(server)
                            .signIn("ada@example.com", "wrong horse")
                            .status())
                    .isEqualTo(400);
        }
        Reply locked = new Browser(server).signIn("ada@example.com", "wrong horse");
        assertThat(locked.status()).isEqualTo(403);
        assertThat(locked.body())
                .isEqualTo("{\"type\":\"authentication_error\",\"code\":\"too_many_failed_attempts\",\"detail\":"
                        + "\"Too many failed login attempts. Please try again in 10 minutes.\",\"attr\":null}");
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(server.send("POST", "/api/login/", RIGHT).status()).isEqualTo(403);
        assertThat(server.get("/api/users/@me/").status()).isEqualTo(200);
        clock.advance(Duration.ofMillis(1));
        assertThat(server.send("POST", "/api/login/", RIGHT).status()).isEqualTo(200);
    }

    @Test
    void answersNoMoreThanThirtyGuessesThatAreSentAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> guesses = IntStream.range(0, 60)
                    .mapToObj(_ -> threads.submit(() -> new Browser(server)
                            .signIn("ada@example.com", "wrong horse")
                            .status()))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> guess : guesses) {
                statuses.add(guess.get());
            }
            // 503 is for those who would have had to wait long for their turn.
            assertThat(statuses).allSatisfy(it -> assertThat(it).isIn(400, 403, 503));
            assertThat(statuses).filteredOn(it -> it == 400).hasSizeBetween(1, 30);
        }
    }

    @Test
    void letsNoOtherSiteSignItsVisitorsIn() {
        assertThat(login("Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(login("Sec-Fetch-Site", "same-site")).isEqualTo(403);
        assertThat(login("Sec-Fetch-Site", "same-origin")).isEqualTo(200);
        assertThat(login("Sec-Fetch-Site", "none")).isEqualTo(200);
        assertThat(login("Origin", "https://evil.example")).isEqualTo(403);
        assertThat(login("Origin", "null")).isEqualTo(403);
        assertThat(login("Origin", server.url())).isEqualTo(200);
        Reply form = server.send(HttpRequest.newBuilder(URI.create(server.url() + "/api/login/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("email=ada%40example.com&password=correct+horse"))
                .build());
        assertThat(form.at("detail").asString()).isEqualTo("CSRF Failed: The request comes from another site.");
    }

    @Test
    void answersThePrecheckAlikeForEverybody() {
        for (String email : new String[] {"ada@example.com", "nobody@example.com"}) {
            Reply reply = server.send("POST", "/api/login/precheck", "{\"email\": \"" + email + "\"}");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo("{\"sso_enforcement\":null,\"saml_available\":false}");
        }
    }

    @Test
    void answersThirtyPrechecksAMinute() {
        String body = "{\"email\": \"ada@example.com\"}";
        for (int i = 0; i < 30; i++) {
            assertThat(server.send("POST", "/api/login/precheck/", body).status())
                    .isEqualTo(200);
        }
        clock.advance(Duration.ofSeconds(1));
        Reply reply = server.send("POST", "/api/login/precheck/", body);
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.at("detail").asString()).isEqualTo("Request was throttled. Expected available in 59 seconds.");
        assertThat(reply.headers().firstValue("Retry-After")).contains("59");
        clock.advance(Duration.ofSeconds(59));
        assertThat(server.send("POST", "/api/login/precheck/", body).status()).isEqualTo(200);
    }

    private int login(String header, String value) {
        return server.send("POST", "/api/login/", RIGHT, header, value).status();
    }
}
