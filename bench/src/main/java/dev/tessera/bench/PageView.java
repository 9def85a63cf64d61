package dev.tessera.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.Map;

/**
 * What a browser measured while it showed a page. Times are milliseconds since the navigation began.
 *
 * @param transferred bytes of everything that came over the network, with headers
 * @param script bytes of JavaScript among them
 * @param charts bytes of the script that draws charts among those
 * @param firstPaint when the first text or picture was painted
 * @param largestPaint when the largest text or picture was painted
 * @param shift cumulative layout shift: the sum of what moved unasked, as a part of the window times its way
 * @param complete when nothing was loading any more
 */
record PageView(
        double transferred,
        double script,
        double charts,
        double firstPaint,
        double largestPaint,
        double shift,
        double complete) {
    private static final String WATCH = """
            window.seen = { largest: 0, shift: 0 };
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) seen.largest = entry.startTime;
            }).observe({ type: 'largest-contentful-paint', buffered: true });
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
            }).observe({ type: 'layout-shift', buffered: true });""";

    private static final String COMPLETE = """
            () => document.querySelector('main, p') !== null
              && document.querySelector('[aria-busy=true]') === null
              && (seen.complete = performance.now())""";

    private static final String READ = """
            () => {
              const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
              const bytes = (entries) => entries.reduce((sum, it) => sum + it.transferSize, 0);
              return {
                transferred: bytes(all),
                script: bytes(all.filter((it) => it.name.endsWith('.js'))),
                charts: bytes(all.filter((it) => it.name.includes('/Chart-'))),
                firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
                largestPaint: seen.largest,
                shift: seen.shift,
                complete: seen.complete,
              };
            }""";

    /** Opens {@code url} in a page that was not used before. */
    static PageView of(Page page, String url) {
        page.addInitScript(WATCH);
        page.navigate(url);
        page.waitForFunction(COMPLETE);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Map<?, ?> read = (Map<?, ?>) page.evaluate(READ);
        return new PageView(
                number(read, "transferred"),
                number(read, "script"),
                number(read, "charts"),
                number(read, "firstPaint"),
                number(read, "largestPaint"),
                number(read, "shift"),
                number(read, "complete"));
    }

    private static double number(Map<?, ?> read, String key) {
        return read.get(key) instanceof Number number ? number.doubleValue() : 0;
    }
}
