package dev.tessera.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.access.MembershipLevel;
import dev.tessera.app.access.Secrets;
import dev.tessera.app.access.Session;
import dev.tessera.kernel.time.SettableClock;
import dev.tessera.server.Browser;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import dev.tessera.server.access.AccessFixtures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session is good for, what it is not, and how it ends (spec/access.md 2.2). */
class SessionsHttpTest {
    private static final String ME = "/api/users/@me/";
    private static final String PROJECT = "/api/projects/@current/";
    private static final SettableClock CLOCK = new SettableClock("2024-05-06T07:00:00Z");

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static AccessFixtures fixtures;

    @BeforeAll
    static void start() {
        server = RunningServer.on(data, CLOCK, Map.of());
        fixtures = new AccessFixtures(data);
    }

    @AfterAll
    static void stop() {
        fixtures.close();
        server.close();
    }

    @Test
    void access09RefusesAWrongKeyWhoeverIsSignedIn() {
        Browser browser = Browser.signedIn(server);
        assertThat(browser.get(ME).status()).isEqualTo(200);
        Reply reply = browser.get(ME, "Authorization", "Bearer phx_wrong");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.at("detail").asString())
                .isEqualTo("Personal API key found in request Authorization header is invalid.");
        assertThat(browser.get(ME + "?personal_api_key=phx_wrong").status()).isEqualTo(401);
    }

    @Test
    void access36WantsATokenOfEveryChangeButNotOfKeys() {
        Browser browser = Browser.signedIn(server);
        Reply reply = browser.send("PATCH", PROJECT, "{\"week_start_day\": 1}");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body())
                .isEqualTo("{\"type\":\"authentication_error\",\"code\":\"permission_denied\","
                        + "\"detail\":\"CSRF Failed: CSRF token missing.\",\"attr\":null}");
        assertThat(browser.send("POST", "/api/projects/", "{}").status()).isEqualTo(403);
        assertThat(browser.patch(PROJECT, "{\"week_start_day\": 1}").status()).isEqualTo(200);
        assertThat(server.patch(PROJECT, "{\"week_start_day\": 0}").status()).isEqualTo(200);
        String inBody = "{\"week_start_day\": 0, \"personal_api_key\": \"" + RunningServer.KEY + "\"}";
        assertThat(browser.send("PATCH", PROJECT, inBody).status()).isEqualTo(200);
        assertThat(browser.send("PATCH", PROJECT + "?personal_api_key=" + RunningServer.KEY, "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void wantsNoTokenOfWhatChangesNothing() {
        assertThat(Browser.signedIn(server).send("GET", PROJECT, "").status()).isEqualTo(200);
    }

    @Test
    void refusesATokenThatIsNotThatOfTheSession() {
        Browser browser = Browser.signedIn(server);
        String other = Browser.signedIn(server).cookie("posthog_csrftoken");
        for (String token : List.of("nonsense", other)) {
            browser.plant("posthog_csrftoken", token); // Whoever can plant a cookie still cannot make it valid.
            Reply reply = browser.patch(PROJECT, "{}");
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.at("detail").asString())
                    .isEqualTo("CSRF Failed: CSRF token from the 'X-Csrftoken' HTTP header incorrect.");
        }
    }

    @Test
    void setsCookiesThatScriptsAndOtherSitesCannotUse() {
        Reply reply = new Browser(server).signIn("ada@example.com", RunningServer.PASSWORD);
        List<String> cookies = reply.headers().allValues("Set-Cookie");
        assertThat(cookies).hasSize(2);
        assertThat(cookies.getFirst())
                .matches("sessionid=[0-9a-zA-Z]{40,}; Path=/; Max-Age=1209600; SameSite=Lax; HttpOnly");
        assertThat(cookies.getLast()).matches("posthog_csrftoken=[0-9a-f]{64}; Path=/; Max-Age=1209600; SameSite=Lax");
    }

    @Test
    void givesANewSessionToWhoSignsInAndEndsTheOneThatWasThere() {
        Browser victim = new Browser(server);
        victim.plant("sessionid", "chosen-by-somebody-else");
        assertThat(victim.signIn("ada@example.com", RunningServer.PASSWORD).status())
                .isEqualTo(200);
        assertThat(victim.cookie("sessionid")).isNotEqualTo("chosen-by-somebody-else");
        Browser attacker = new Browser(server);
        attacker.plant("sessionid", "chosen-by-somebody-else");
        assertThat(attacker.get(ME).status()).isEqualTo(401);

        String first = victim.cookie("sessionid");
        assertThat(victim.signIn("ada@example.com", RunningServer.PASSWORD).status())
                .isEqualTo(200);
        attacker.plant("sessionid", first);
        assertThat(attacker.get(ME).status()).isEqualTo(401);
        assertThat(victim.get(ME).status()).isEqualTo(200);
    }

    @Test
    void storesOnlyTheHashOfTheSecretWithWhereTheUserSignedIn() {
        Browser browser = new Browser(server);
        browser.send(
                "POST",
                "/api/login/",
                "{\"email\": \"ada@example.com\", \"password\": \"" + RunningServer.PASSWORD + "\"}",
                "User-Agent",
                "Lynx/" + "2".repeat(300));
        String secret = browser.cookie("sessionid");
        assertThat(fixtures.stores().sessions().findByHash(secret)).isEmpty();
        assertThat(stored(browser)).hasValueSatisfying(it -> {
            assertThat(it.user()).isEqualTo(fixtures.firstUser().id());
            assertThat(it.address()).isEqualTo("127.0.0.1");
            assertThat(it.userAgent()).startsWith("Lynx/222").hasSize(256);
        });
    }

    @Test
    void endsASessionAfterTwoWeeksAndSaysSo() {
        Browser browser = Browser.signedIn(server);
        CLOCK.advance(Duration.ofDays(14).minusMillis(1));
        assertThat(browser.get(ME).status()).isEqualTo(200);
        CLOCK.advance(Duration.ofMillis(1));
        for (int i = 0; i < 2; i++) {
            Reply reply = browser.get(ME);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.body())
                    .isEqualTo("{\"type\":\"authentication_error\",\"code\":\"authentication_failed\","
                            + "\"detail\":\"Your session has expired. Please log in again.\",\"attr\":null}");
        }
        CLOCK.advance(Duration.ofDays(2));
        Browser.signedIn(server); // Which sweeps.
        assertThat(browser.get(ME).at("code").asString()).isEqualTo("not_authenticated");
    }

    @Test
    void endsASessionThatIsSignedOut() {
        Browser browser = Browser.signedIn(server);
        String secret = browser.cookie("sessionid");
        Reply reply = browser.get("/logout");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.headers().firstValue("Location")).contains("/login");
        assertThat(browser.cookie("sessionid") + browser.cookie("posthog_csrftoken"))
                .isEmpty();
        browser.plant("sessionid", secret);
        assertThat(browser.get(ME).at("code").asString()).isEqualTo("not_authenticated");
    }

    @Test
    void signsOutByPostOnlyWithTheToken() {
        Browser browser = Browser.signedIn(server);
        Reply refused = browser.send("POST", "/logout", "");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("detail").asString()).startsWith("CSRF Failed:");
        assertThat(browser.get(ME).status()).isEqualTo(200);
        assertThat(browser.post("/logout/", "").status()).isEqualTo(302);
        assertThat(browser.get(ME).status()).isEqualTo(401);
        assertThat(browser.post("/logout", "").status()).isEqualTo(302);
    }

    @Test
    void knowsNobodyWhoIsDeactivated() {
        String email = "leaver@example.com";
        fixtures.password(
                fixtures.member(fixtures.firstOrganization(), MembershipLevel.MEMBER, fixtures.firstProject(), email),
                "a password of ours");
        Browser browser = new Browser(server);
        assertThat(browser.signIn(email, "a password of ours").status()).isEqualTo(200);
        assertThat(browser.get(ME).at("email").asString()).isEqualTo(email);
        fixtures.deactivate(email);
        assertThat(browser.get(ME).at("code").asString()).isEqualTo("not_authenticated");
        assertThat(new Browser(server)
                        .signIn(email, "a password of ours")
                        .at("code")
                        .asString())
                .isEqualTo("invalid_credentials");
    }

    @Test
    void writesTheLastUseOfASessionDownEveryFiveMinutes() {
        Browser browser = Browser.signedIn(server);
        Instant start = CLOCK.now();
        CLOCK.advance(Duration.ofMinutes(5));
        browser.get(ME);
        assertThat(stored(browser).map(Session::lastSeenAt)).contains(start);
        CLOCK.advance(Duration.ofSeconds(1));
        browser.get(ME);
        assertThat(stored(browser).map(Session::lastSeenAt)).contains(CLOCK.now());
    }

    @Test
    void wantsARecentSignInForWhatIsSensitive() {
        Browser browser = Browser.signedIn(server);
        assertThat(browser.get(ME).at("sensitive_session_expires_at").asString())
                .isEqualTo(CLOCK.now().plus(Duration.ofHours(2)).toString());
        CLOCK.advance(Duration.ofHours(2));
        assertThat(browser.patch(ME, "{\"first_name\": \"Ada\"}").status()).isEqualTo(200);
        CLOCK.advance(Duration.ofMillis(1));
        Reply late = browser.patch(ME, "{\"first_name\": \"Ada\"}");
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.body())
                .isEqualTo("{\"type\":\"authentication_error\",\"code\":\"sensitive_action_required_reauth\","
                        + "\"detail\":\"This action requires you to be recently authenticated.\",\"attr\":null}");
        assertThat(browser.patch(ME, "{\"theme_mode\": \"dark\"}").status()).isEqualTo(200);
        assertThat(server.patch(ME, "{\"first_name\": \"Ada\"}").status()).isEqualTo(200);
    }

    private static Optional<Session> stored(Browser browser) {
        return fixtures.stores().sessions().findByHash(Secrets.hash(browser.cookie("sessionid")));
    }
}
