package dev.tessera.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tessera.kernel.json.Json;
import dev.tessera.server.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
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
    void thatThePageForNewcomersOffersCapturesAPageview() throws IOException {
        Page offer = chromium.openSignedIn(server, boards.path(board).replaceAll("dashboard/.*", "send-events"));
        offer.getByText("HTML", new Page.GetByTextOptions().setExact(true)).click();
        String snippet = offer.locator("pre").first().textContent();
        assertThat(snippet).contains(RunningServer.TOKEN, server.url(), "<script");
        visit(snippet, "$pageview");
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

    private void visit(String snippet, String event) throws IOException {
        try (Site site = new Site("<!doctype html><title>Shop</title>" + snippet + "<p>Welcome</p>")) {
            Page page = chromium.openAsPerson(site.url());
            page.waitForCondition(() -> count(event) > 0);
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
