package dev.tessera.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.time.SettableClock;
import dev.tessera.server.Browser;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behaviours of spec/access.md 5 and 10 about an instance without anybody, and about those who sign up. */
class SignupHttpTest {
    private static final String CLOSED = "{\"type\":\"authentication_error\",\"code\":\"permission_denied\",\"detail\":"
            + "\"New organizations cannot be created in this instance. Contact your administrator if you think this is a"
            + " mistake.\",\"attr\":null}";

    private final SettableClock clock = new SettableClock("2024-05-06T07:00:00Z");

    @TempDir
    private Path data;

    private @Nullable RunningServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void makesTheFirstUserWithAnOrganizationAndAProjectAndSignsIn() {
        start("first");
        Browser browser = new Browser(server());
        Reply reply = browser.post(
                "/api/signup/",
                "{\"first_name\": \" Grace \", \"email\": \"Grace@Example.com\", \"password\": \"purple-otter-sings\","
                        + " \"organization_name\": \"Navy\", \"role_at_organization\": \"engineering\"}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().propertyNames())
                .containsExactly(
                        "id",
                        "uuid",
                        "distinct_id",
                        "first_name",
                        "last_name",
                        "email",
                        "is_email_verified",
                        "hedgehog_config",
                        "role_at_organization",
                        "redirect_url");
        assertThat(reply.at("first_name").asString()).isEqualTo("Grace");
        assertThat(reply.at("role_at_organization").asString()).isEqualTo("engineering");

        Reply me = browser.get("/api/users/@me/");
        assertThat(me.at("email").asString()).isEqualTo("grace@example.com");
        assertThat(me.at("is_staff").asBoolean()).isTrue();
        assertThat(me.at("organization/name").asString()).isEqualTo("Navy");
        assertThat(me.at("organization/membership_level").asInt()).isEqualTo(15);
        assertThat(me.at("team/name").asString()).isEqualTo("Default project");
        assertThat(me.at("team/api_token").asString()).startsWith("phc_");
        assertThat(browser.signIn("grace@example.com", "purple-otter-sings").status())
                .isEqualTo(200);
    }

    @Test
    void letsOnlyTheFirstUserSignUp() {
        start("first");
        assertThat(signUp("grace@example.com", "purple-otter-sings").status()).isEqualTo(201);
        Reply second = signUp("ada@example.com", "yellow-badger-runs");
        assertThat(second.status()).isEqualTo(403);
        assertThat(second.body()).isEqualTo(CLOSED);
        assertThat(signUp("grace@example.com", "").body()).isEqualTo(CLOSED);
    }

    @Test
    void access39RefusesPasswordsThatAreShortOrWeak() {
        start("first");
        Reply tooShort = signUp("grace@example.com", "abc");
        assertThat(tooShort.status()).isEqualTo(400);
        assertThat(tooShort.body())
                .isEqualTo(
                        "{\"type\":\"validation_error\",\"code\":\"password_too_short\",\"detail\":\"This password is too"
                                + " short. It must contain at least 8 characters.\",\"attr\":\"password\"}");
        Reply tooWeak = signUp("grace@example.com", "password");
        assertThat(tooWeak.status()).isEqualTo(400);
        assertThat(tooWeak.body())
                .isEqualTo(
                        "{\"type\":\"validation_error\",\"code\":\"password_too_weak\",\"detail\":\"Add another word or"
                                + " two. Uncommon words are better.\",\"attr\":\"password\"}");
        assertThat(signUp("grace.hopper@example.com", "grace.hopper@example.com")
                        .at("code")
                        .asString())
                .isEqualTo("password_too_weak");
        assertThat(signUp("grace@example.com", "x".repeat(129)).at("code").asString())
                .isEqualTo("max_length");
    }

    @Test
    void access40RefusesAnAddressThatHasAnAccount() {
        start("open");
        assertThat(signUp("grace@example.com", "purple-otter-sings").status()).isEqualTo(201);
        Reply again = signUp("GRACE@example.com", "yellow-badger-runs");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body())
                .isEqualTo(
                        "{\"type\":\"validation_error\",\"code\":\"unique\",\"detail\":\"There is already an account with"
                                + " this email address.\",\"attr\":\"email\"}");
    }

    @Test
    void letsAnybodySignUpFiveTimesADayWhenItIsOpen() {
        start("open");
        Browser second = new Browser(server());
        assertThat(signUp("user1@example.com", "purple-otter-sings").status()).isEqualTo(201);
        assertThat(second.post("/api/signup/", body("user2@example.com", "purple-otter-sings"))
                        .status())
                .isEqualTo(201);
        assertThat(second.get("/api/users/@me/").at("is_staff").asBoolean()).isFalse();
        for (int i = 0; i < 5; i++) { // Mistakes are not counted.
            assertThat(signUp("user3@example.com", "abc").status()).isEqualTo(400);
        }
        for (int i = 3; i <= 5; i++) {
            assertThat(signUp("user" + i + "@example.com", "purple-otter-sings").status())
                    .isEqualTo(201);
        }
        Reply sixth = signUp("user6@example.com", "purple-otter-sings");
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).contains("86400");
        clock.advance(Duration.ofDays(1));
        assertThat(signUp("user6@example.com", "purple-otter-sings").status()).isEqualTo(201);
    }

    @Test
    void readsFieldsInTheirOrder() {
        start("first");
        assertThat(errorOf("{}")).isEqualTo("required first_name");
        assertThat(errorOf("{\"first_name\": \"Grace\"}")).isEqualTo("required email");
        assertThat(errorOf("{\"first_name\": \"Grace\", \"email\": \"grace\"}")).isEqualTo("invalid_input email");
        assertThat(errorOf("{\"first_name\": \"Grace\", \"email\": \"g@example.com\", \"password\": null}"))
                .isEqualTo("null password");
        assertThat(errorOf(body("g@example.com", "purple-otter-sings")
                        .replace("}", ", \"role_at_organization\": \"captain\"}")))
                .isEqualTo("invalid_choice role_at_organization");
    }

    @Test
    void letsNoOtherSiteSignItsVisitorsUp() {
        start("first");
        Reply reply = server().send(
                        "POST",
                        "/api/signup/",
                        body("grace@example.com", "purple-otter-sings"),
                        "Sec-Fetch-Site",
                        "cross-site");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(server().send("GET", "/_preflight/", "").at("initiated").asBoolean())
                .isFalse();
    }

    @Test
    void access41KnowsWhetherAnybodyIsThere() {
        start("first");
        Reply before = server().send("GET", "/_preflight/", "");
        assertThat(before.status()).isEqualTo(200);
        assertThat(before.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(before.at("initiated").asBoolean()).isFalse();
        assertThat(before.at("can_create_org").asBoolean()).isTrue();
        signUp("grace@example.com", "purple-otter-sings");
        Reply after = server().send("GET", "/_preflight", "");
        assertThat(after.at("initiated").asBoolean()).isTrue();
        assertThat(after.at("can_create_org").asBoolean()).isFalse();
    }

    @Test
    void tellsStrangersLittleAndThoseWhoAreSignedInMore() {
        start("first");
        Browser browser = new Browser(server());
        assertThat(browser.get("/_preflight/").json().propertyNames())
                .containsExactly(
                        "django",
                        "redis",
                        "plugins",
                        "celery",
                        "clickhouse",
                        "kafka",
                        "db",
                        "initiated",
                        "cloud",
                        "demo",
                        "realm",
                        "region",
                        "available_social_auth_providers",
                        "can_create_org",
                        "email_service_available",
                        "slack_service",
                        "data_warehouse_integrations",
                        "object_storage",
                        "public_egress_ip_addresses");
        browser.post("/api/signup/", body("grace@example.com", "purple-otter-sings"));
        Reply known = browser.get("/_preflight/");
        assertThat(known.json().propertyNames())
                .contains("available_timezones", "opt_out_capture", "site_url", "buffer_conversion_seconds");
        assertThat(known.at("available_timezones/Asia~1Kolkata").asDouble()).isEqualTo(5.5);
    }

    private void start(String signUp) {
        server = RunningServer.withNobody(data, clock, Map.of("TESSERA_SIGN_UP", signUp));
    }

    private RunningServer server() {
        if (server == null) {
            throw new IllegalStateException("Not started");
        }
        return server;
    }

    private Reply signUp(String email, String password) {
        return server().send("POST", "/api/signup/", body(email, password));
    }

    private static String body(String email, String password) {
        return "{\"first_name\": \"Grace\", \"email\": \"" + email + "\", \"password\": \"" + password + "\"}";
    }

    private String errorOf(String body) {
        Reply reply = server().send("POST", "/api/signup/", body);
        assertThat(reply.status()).isEqualTo(400);
        return reply.at("code").asString() + " " + reply.at("attr").asString();
    }
}
