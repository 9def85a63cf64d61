package dev.tessera.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.access.UserId;
import dev.tessera.app.http.HttpServer;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.signin.DemoSignIn;
import dev.tessera.kernel.time.SettableClock;
import dev.tessera.metadata.Database;
import dev.tessera.server.config.Settings;
import dev.tessera.server.config.SetupSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as text: a client of a library does not say that it talks to somebody else. */
class DemoSignInTest {
    private static final Pattern SESSION = Pattern.compile("Set-Cookie: sessionid=([^;]+);");

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock("2026-07-15T14:20:00Z");
    private Database database;
    private HttpServer server;

    @BeforeEach
    void start() throws InterruptedException {
        Settings settings = Settings.read(RunningServer.environment(folder), folder.resolve("none"));
        database = Database.sqlite(folder.resolve("metadata.sqlite"));
        Access access = Access.over(database, settings, true, clock, new SecureRandom());
        access.accounts().setUp(SetupSettings.of(settings).orElseThrow());
        UserId owner =
                access.users().findByEmail("ada@example.com").orElseThrow().id();
        Function<Request, Optional<Response>> pages = request ->
                request.path().equals("/nowhere") ? Optional.empty() : Optional.of(Response.text(200, "page"));
        DemoSignIn signIn = new DemoSignIn(access.sessions(), owner, pages, access.entrance(pages));
        server = new HttpServer(
                access.routes(),
                "",
                "127.0.0.1",
                0,
                Duration.ofSeconds(5),
                (_, _, _, _) -> {},
                new StoreFailures(),
                signIn);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8000", "127.0.0.1", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST"})
    void signsInWhoOpensAPageOnThisMachine(String host) throws IOException {
        String session = session(page("/", host, "")).orElseThrow();
        String me = get("/api/users/@me/", host, "Accept: application/json\r\nCookie: sessionid=" + session + "\r\n");
        assertThat(me).startsWith("HTTP/1.1 200").contains("\"email\":\"ada@example.com\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"attacker.example", "localhost.attacker.example", "127.0.0.1.attacker.example:8000", "10.0.0.1"})
    void signsNobodyInUnderANameThatMayBelongToSomebodyElse(String host) throws IOException {
        assertThat(page("/", host, ""))
                .startsWith("HTTP/1.1 200")
                .endsWith("page")
                .doesNotContain("Set-Cookie");
    }

    @Test
    void leavesWhoIsSignedInAloneUntilTheSessionIsOver() throws IOException {
        String session = session(page("/", "localhost", "")).orElseThrow();
        String cookie = "Cookie: sessionid=" + session + "\r\n";
        assertThat(session(page("/dashboard/1", "localhost", cookie))).isEmpty();
        clock.advance(Duration.ofDays(15));
        assertThat(session(page("/", "localhost", cookie))).isPresent().isNotEqualTo(Optional.of(session));
    }

    @Test
    void signsInWhoseSessionItHasNeverSeen() throws IOException {
        assertThat(session(page("/", "localhost", "Cookie: sessionid=of-an-earlier-demo\r\n")))
                .isPresent();
    }

    @Test
    void bringsNoSessionWithFilesAndWithWhatIsNotThere() throws IOException {
        assertThat(get("/assets/app.js", "localhost", "Accept: */*\r\n")).doesNotContain("Set-Cookie");
        assertThat(page("/nowhere", "localhost", "")).startsWith("HTTP/1.1 404").doesNotContain("Set-Cookie");
    }

    private String page(String path, String host, String headers) throws IOException {
        return get(path, host, "Accept: text/html,application/xhtml+xml\r\n" + headers);
    }

    private String get(String path, String host, String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Optional<String> session(String response) {
        Matcher matcher = SESSION.matcher(response);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
