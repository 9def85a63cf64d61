package dev.tessera.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import dev.tessera.kernel.json.Json;
import dev.tessera.server.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The browser SDK in a page of another site: a visit there is a number on the board. */
class SnippetTest {
    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @TempDir
    private Path data;

    private RunningServer server;
    private Boards boards;
    private int board;

    @BeforeEach
    void start() {
        server = RunningServer.on(data);
        boards = new Boards(server);
        board = boards.board("Visits");
        boards.insight(board, "Page views", "$pageview", "BoldNumber");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asItIsCopiedFromThePageForNewcomersCapturesAPageviewAndItsEvent() throws IOException {
        Page offer = chromium.openSignedIn(server, boards.path(board).replaceAll("dashboard/.*", "send-events"));
        String snippet = copied(offer, "HTML");
        assertThat(snippet).contains(RunningServer.TOKEN, "<script src=\"" + server.url() + "/static/array.js\">");
        visit(snippet, "$pageview", "signed up");
        assertThat(offer.getByText("Your first event is here")).isVisible();
        assertOnTheBoard();
    }

    @Test
    void thatLoadsTheSdkItselfCapturesAPageviewAndWhatWasAskedBefore() throws IOException {
        visit(loader(), "read");
        assertOnTheBoard();
        boards.insight(board, "Reads", "read", "BoldNumber");
        Page page = chromium.openSignedIn(server, boards.path(board));
        assertThat(page.getByRole(AriaRole.ARTICLE, named("Reads"))
                        .getByTitle("1", new Locator.GetByTitleOptions().setExact(true)))
                .isVisible();
    }

    /** The scripts of the SDK that {@code page} has asked for, as often as it has. */
    private static List<String> scripts(Page page) {
        String addresses = (String) page.evaluate(
                "() => performance.getEntriesByType('resource').map(it => new URL(it.name).pathname).join()");
        return Stream.of(addresses.split(",", -1))
                .filter(it -> it.startsWith("/static/"))
                .map(it -> it.substring(it.lastIndexOf('/') + 1))
                .toList();
    }

    /** What is in the clipboard after the code of one SDK was copied. */
    private static String copied(Page offer, String sdk) {
        offer.context()
                .grantPermissions(
                        List.of("clipboard-read", "clipboard-write"),
                        new BrowserContext.GrantPermissionsOptions().setOrigin(offer.url()));
        offer.getByText(sdk, new Page.GetByTextOptions().setExact(true)).click();
        Locator code = offer.locator("pre");
        code.locator("..")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Copy"))
                .click();
        offer.waitForCondition(() -> clipboard(offer).equals(code.textContent()));
        return clipboard(offer);
    }

    private static String clipboard(Page page) {
        return (String) page.evaluate("() => navigator.clipboard.readText()");
    }

    /** Keeps calls in a list until the script is there, as the snippet of the SDK's documentation does. */
    private String loader() {
        return """
            <script>
              window.posthog = Object.assign([], { __SV: 1, _i: [] });
              posthog.init = (token, config, name) => {
                const script = Object.assign(document.createElement('script'),
                  { async: true, crossOrigin: 'anonymous', src: config.api_host + '/static/array.js' });
                document.head.append(script);
                posthog._i.push([token, config, name]);
              };
              posthog.capture = (...call) => posthog.push(['capture', ...call]);
              posthog.init('%s', { api_host: '%s', person_profiles: 'always' });
              posthog.capture('read', { part: 'first' });
            </script>""".formatted(RunningServer.TOKEN, server.url());
    }

    /**
     * Opens a page of another site with the snippet in it, and stays until each of {@code events} has arrived. The page
     * needs nothing of the SDK but its main script, and has no error in its console ({@link Chromium#openAsPerson}).
     */
    private void visit(String snippet, String... events) throws IOException {
        try (Site site = new Site("<!doctype html><title>Shop</title>" + snippet + "<p>Welcome</p>")) {
            Page page = chromium.openAsPerson(site.url());
            for (String event : events) {
                page.waitForCondition(() -> count(event) > 0);
            }
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(scripts(page)).containsExactly("array.js");
        }
    }

    private int count(String event) {
        String query = """
                {"refresh": "force_blocking", "query": {"kind": "TrendsQuery", "dateRange": {"date_from": "-7d"},
                 "series": [{"kind": "EventsNode", "event": "%s"}],
                 "trendsFilter": {"display": "BoldNumber"}}}""".formatted(event);
        return Json.parse(server.post("/api/projects/@current/query/", query).body())
                .at("/results/0/aggregated_value")
                .asInt();
    }

    private void assertOnTheBoard() {
        Page page = chromium.openSignedIn(server, boards.path(board));
        assertThat(page.getByRole(AriaRole.ARTICLE, named("Page views"))
                        .getByTitle("1", new Locator.GetByTitleOptions().setExact(true)))
                .isVisible();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
