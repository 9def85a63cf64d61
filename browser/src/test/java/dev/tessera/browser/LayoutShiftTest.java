package dev.tessera.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing moves while a dashboard that nobody has looked at arrives bit by bit. */
class LayoutShiftTest {
    /** What is waited for: the answer of each tile, what draws charts, and what draws texts. */
    private static final Pattern SLOW =
            Pattern.compile("/api/projects/\\d+/insights/\\d+/|/assets/(Chart|Markdown)-[^/]+\\.js$");

    private static final int TILES_WITH_ANSWERS = 8;

    private static final String WATCH = """
            window.shifts = [];
            window.noteShifts = (entries) => entries.forEach(({ value, sources }) => shifts.push(`${value}: ` +
              sources.map(({ node, previousRect: from, currentRect: to }) =>
                `from ${from.x},${from.y} to ${to.x},${to.y} ${(node?.outerHTML ?? node?.data ?? 'gone').slice(0, 200)}`)));
            window.shiftObserver = new PerformanceObserver((list) => noteShifts(list.getEntries()));
            shiftObserver.observe({ type: 'layout-shift', buffered: true });""";

    private static final String DRAWN =
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))";

    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource(names = {"WIDE", "PHONE"})
    void slowTilesFillThePlacesThatWereKeptForThem(Look look) {
        try (Shop shop = new Shop(data)) {
            Page page = chromium.signedIn(look, shop.server());
            page.addInitScript(WATCH);
            Queue<Route> held = new ArrayDeque<>();
            page.route(SLOW, held::add);
            page.navigate(
                    shop.server().url() + shop.filled("/project/{project}/dashboard/{board}"),
                    new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            assertThat(letArrive(page, held)).isEqualTo(TILES_WITH_ANSWERS + 2);
            assertThat(shifts(page)).isEmpty();
        }
    }

    /** Lets one thing after the other through, each time that all before it are drawn; says how many there were. */
    private static int letArrive(Page page, Queue<Route> held) {
        int arrived = 0;
        while (!isComplete(page, held)) {
            page.waitForCondition(() -> !held.isEmpty() || isComplete(page, held));
            page.evaluate(DRAWN);
            Route next = held.poll();
            if (next != null) {
                page.waitForResponse(it -> it.request().equals(next.request()), next::resume);
                arrived++;
            }
        }
        page.evaluate(DRAWN);
        return arrived;
    }

    private static boolean isComplete(Page page, Queue<Route> held) {
        return held.isEmpty()
                && page.evaluate("() => document.querySelector('article') !== null"
                                + " && document.querySelector('[aria-busy=true]') === null")
                        .equals(true);
    }

    private static List<?> shifts(Page page) {
        page.evaluate("() => noteShifts(shiftObserver.takeRecords())");
        return (List<?>) page.evaluate("() => shifts");
    }
}
