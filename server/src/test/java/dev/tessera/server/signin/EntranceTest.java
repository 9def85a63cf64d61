package dev.tessera.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.access.Secrets;
import dev.tessera.app.access.Sessions;
import dev.tessera.app.access.Signer;
import dev.tessera.app.access.User;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.TestHttp;
import dev.tessera.app.signin.Entrance;
import dev.tessera.kernel.time.SettableClock;
import dev.tessera.server.access.AccessFixtures;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands before the pages of the application (spec/access.md 2.2). */
class EntranceTest {
    private static final String HTML = "text/html,application/xhtml+xml";
    private static final String AWAY = "/login?message=Your%20session%20has%20expired.%20Please%20log%20in%20again.";

    private final SettableClock clock = new SettableClock("2024-05-06T07:00:00Z");

    @TempDir
    private Path data;

    private AccessFixtures fixtures;
    private TestHttp http;

    @BeforeEach
    void start() {
        fixtures = new AccessFixtures(data);
        User user = fixtures.stores().user("ada");
        SecureRandom random = new SecureRandom();
        Sessions sessions = new Sessions(
                fixtures.stores().transactions(),
                fixtures.stores().sessions(),
                new Secrets(random),
                new Signer("secret"),
                false,
                clock,
                random);
        Entrance entrance = new Entrance(sessions, _ -> Optional.of(Response.text(200, "page")));
        http = new TestHttp(List.of(
                open("/", entrance),
                open("/login", entrance),
                open("/project/{id}/dashboards", entrance),
                Operation.of(HttpMethod.GET, "/door", "Sign in", new Authorization.Open())
                        .by(request -> sessions.begin(user.id(), request, Response.text(200, "in")))));
    }

    @AfterEach
    void stop() {
        http.close();
        fixtures.close();
    }

    @Test
    void sendsWhoseSessionIsOverToTheLoginAndForgetsIt() {
        String cookie = signIn();
        clock.advance(Duration.ofDays(14));
        HttpResponse<String> response = http.get("/project/1/dashboards?a=1&b=2", "Accept", HTML, "Cookie", cookie);
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(location(response)).isEqualTo(AWAY + "&next=%2Fproject%2F1%2Fdashboards%3Fa%3D1%26b%3D2");
        assertThat(response.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it).contains("Max-Age=0"));
        assertThat(location(http.get("/", "Accept", HTML, "Cookie", cookie))).isEqualTo(AWAY);
    }

    @Test
    void showsTheLoginToWhoseSessionIsOver() {
        String cookie = signIn();
        clock.advance(Duration.ofDays(14));
        HttpResponse<String> response = http.get("/login", "Accept", HTML, "Cookie", cookie);
        assertThat(response.body()).isEqualTo("page");
        assertThat(response.headers().allValues("Set-Cookie")).hasSize(2);
    }

    @Test
    void givesThePagesOfASessionItsToken() {
        HttpResponse<String> response = http.get("/", "Accept", HTML, "Cookie", signIn());
        assertThat(response.body()).isEqualTo("page");
        assertThat(response.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(it -> assertThat(it).matches("posthog_csrftoken=[0-9a-f]{64}; .*"));
    }

    @Test
    void showsPagesToStrangersToo() {
        HttpResponse<String> response = http.get("/", "Accept", HTML);
        assertThat(response.body()).isEqualTo("page");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void doesNotLookAtSessionsForFiles() {
        String cookie = signIn();
        clock.advance(Duration.ofDays(14));
        HttpResponse<String> response = http.get("/", "Accept", "*/*", "Cookie", cookie);
        assertThat(response.body()).isEqualTo("page");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }

    private static Route open(String path, Entrance entrance) {
        return Operation.of(HttpMethod.GET, path, "A page", new Authorization.Open())
                .by(request -> entrance.apply(request).orElseThrow());
    }

    private String signIn() {
        return http.get("/door").headers().allValues("Set-Cookie").getFirst().split(";", 2)[0];
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
