package dev.tessera.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.access.MembershipLevel;
import dev.tessera.app.access.PersonalApiKey;
import dev.tessera.app.access.User;
import dev.tessera.kernel.time.SettableClock;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behaviours of spec/access.md 10 about who a caller is. */
class AuthenticationHttpTest {
    private static final String NOBODY = "{\"type\":\"authentication_error\",\"code\":\"not_authenticated\","
            + "\"detail\":\"Authentication credentials were not provided.\",\"attr\":null}";
    private static final SettableClock CLOCK = new SettableClock("2024-05-06T07:00:00Z");

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static AccessFixtures fixtures;

    private String project;

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

    @BeforeEach
    void findProject() {
        project = "/api/projects/" + fixtures.firstProject().id().value() + "/";
    }

    @Test
    void access01RefusesNobodyWithTheExactEnvelope() {
        Reply reply = server.send("GET", project, "");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEqualTo(NOBODY);
    }

    @Test
    void access02SaysHowToAuthenticate() {
        Reply reply = server.send("GET", project, "");
        assertThat(reply.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("Bearer resource_metadata=\""));
    }

    @Test
    void access03RefusesAWrongKeyInTheHeader() {
        Reply reply = server.send("GET", project, "", "Authorization", "Bearer phx_wrong");
        assertInvalid(reply, "Authorization header");
        assertThat(reply.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void access04RefusesAWrongKeyInTheQuery() {
        assertInvalid(server.send("GET", project + "?personal_api_key=phx_wrong", ""), "query string");
    }

    @Test
    void access05RefusesAWrongKeyInTheBody() {
        assertInvalid(
                server.send("PATCH", project, "{\"name\": \"Shop\", \"personal_api_key\": \"phx_wrong\"}"), "body");
        assertInvalid(
                server.send(HttpRequest.newBuilder(URI.create(server.url() + project))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString("name=Shop&personal_api_key=phx_wrong"))
                        .build()),
                "body");
    }

    @Test
    void access06TakesAKeyInTheQueryAndInTheBody() {
        String key = fixtures.key(fixtures.firstUser(), "project:write");
        assertThat(server.send("GET", project + "?personal_api_key=" + key, "").status())
                .isEqualTo(200);
        Reply patched = server.send("PATCH", project, "{\"week_start_day\": 1, \"personal_api_key\": \"" + key + "\"}");
        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.at("week_start_day").asInt()).isEqualTo(1);
    }

    @Test
    void access07IgnoresSpacesAroundAKeyInTheHeader() {
        assertThat(withHeader("Bearer   " + RunningServer.KEY + "  ").status()).isEqualTo(200);
    }

    @Test
    void onlyLooksAtBearerInTheHeader() {
        assertThat(withHeader("bearer " + RunningServer.KEY).body()).isEqualTo(NOBODY);
        assertThat(withHeader("Bearer" + RunningServer.KEY).body()).isEqualTo(NOBODY);
        assertThat(withHeader("Basic " + RunningServer.KEY).body()).isEqualTo(NOBODY);
    }

    @Test
    void access08LetsTheHeaderWinOverTheBodyAndTheBodyOverTheQuery() {
        String good = "Bearer " + RunningServer.KEY;
        assertThat(server.send("GET", project + "?personal_api_key=phx_wrong", "", "Authorization", good)
                        .status())
                .isEqualTo(200);
        assertThat(server.send("PATCH", project, "{\"personal_api_key\": \"phx_wrong\"}", "Authorization", good)
                        .status())
                .isEqualTo(200);
        String query = "?personal_api_key=" + RunningServer.KEY;
        assertInvalid(
                server.send("GET", project + query, "", "Authorization", "Bearer phx_wrong"), "Authorization header");
        assertInvalid(server.send("PATCH", project + query, "{\"personal_api_key\": \"phx_wrong\"}"), "body");
    }

    @Test
    void access10RefusesTheKeyOfADeactivatedUser() {
        User user = fixtures.member(fixtures.firstOrganization(), MembershipLevel.ADMIN, fixtures.firstProject());
        String key = fixtures.key(user, "*");
        assertThat(withHeader("Bearer " + key).status()).isEqualTo(200);
        fixtures.deactivate(user.email());
        assertInvalid(withHeader("Bearer " + key), "Authorization header");
    }

    @Test
    void access22TakesCurrentForTheNumberOfTheCurrentProject() {
        assertThat(server.get("/api/projects/@current/").body())
                .isEqualTo(server.get(project).body());
        Reply nobody = server.send("GET", "/api/projects/@current/", "");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.at("code").asString()).isEqualTo("authentication_failed");
    }

    @Test
    void saysThatThereIsNoCurrentProject() {
        User user = fixtures.stores().user("newcomer");
        Reply reply =
                server.send("GET", "/api/projects/@current/", "", "Authorization", "Bearer " + fixtures.key(user, "*"));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.at("detail").asString()).isEqualTo("Project not found.");
    }

    @Test
    void access34WritesTheLastUseOfAKeyDownOnceAnHour() {
        String key = fixtures.key(fixtures.firstUser(), "project:read");
        Instant first = CLOCK.now();
        assertThat(withHeader("Bearer " + key).status()).isEqualTo(200);
        assertThat(lastUse(key)).contains(first);
        CLOCK.advance(Duration.ofMinutes(10));
        assertThat(withHeader("Bearer " + key).status()).isEqualTo(200);
        assertThat(lastUse(key)).contains(first);
        CLOCK.advance(Duration.ofMinutes(51));
        assertThat(withHeader("Bearer " + key).status()).isEqualTo(200);
        assertThat(lastUse(key)).contains(first.plus(Duration.ofMinutes(61)));
    }

    @Test
    void access50AnswersEveryErrorWithTheFourKeysOfTheEnvelope() {
        List<Reply> errors = List.of(
                server.send("GET", project, ""),
                server.get("/api/projects/999999/"),
                server.get("/api/nothing/"),
                server.send("PUT", project, "{}", "Authorization", "Bearer " + RunningServer.KEY),
                server.patch(project, "{"),
                server.patch(project, "[]"),
                server.patch(project, "{\"timezone\": \"Mars\", \"name\": \"\"}"));
        assertThat(errors).extracting(Reply::status).containsExactly(401, 404, 404, 405, 400, 400, 400);
        assertThat(errors)
                .allSatisfy(
                        it -> assertThat(it.json().propertyNames()).containsExactly("type", "code", "detail", "attr"));
        assertThat(errors.getLast().at("attr").asString()).isEqualTo("name");
    }

    private Reply withHeader(String authorization) {
        return server.send("GET", project, "", "Authorization", authorization);
    }

    private static Optional<Instant> lastUse(String key) {
        return fixtures.stored(key).flatMap(PersonalApiKey::lastUsedAt);
    }

    private static void assertInvalid(Reply reply, String source) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body())
                .isEqualTo("{\"type\":\"authentication_error\",\"code\":\"authentication_failed\","
                        + "\"detail\":\"Personal API key found in request " + source + " is invalid.\",\"attr\":null}");
    }
}
