package dev.tessera.bench;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import com.sun.net.httpserver.HttpServer;
import dev.tessera.bench.EventWriter.UuidKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The page of a dashboard in Chromium: what it loads, when it is painted, and whether it moves while tiles arrive. */
final class WebBenchmark implements Benchmark {
    private static final int EVENTS = 100_000;
    private static final byte[] SENTENCE =
            "<!doctype html><title>Yardstick</title><p>A page of one sentence.".getBytes(StandardCharsets.UTF_8);

    @Override
    public String name() {
        return "web";
    }

    @Override
    public void run(Workbench bench) throws IOException, InterruptedException {
        String chromium = System.getenv("CHROMIUM");
        if (chromium == null || chromium.isEmpty()) {
            throw new BenchException("There is no Chromium: set CHROMIUM to where it is.");
        }
        try (Server server = bench.serve(bench.folder().resolve("web"));
                Load load = bench.load("web", EVENTS, Workbench.BATCH, 50, UuidKind.TIME_ORDERED, Duration.ofDays(60));
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(chromium)))) {
            Sender.asFastAsPossible(server.port(), load, Workbench.CONNECTIONS, Duration.ofDays(1));
            String board = ReferenceBoard.on(server).url();
            List<PageView> first = new ArrayList<>();
            List<PageView> again = new ArrayList<>();
            for (int i = 0; i < bench.scale().starts(); i++) {
                try (BrowserContext visitor = newVisitor(browser, server)) {
                    first.add(view(visitor, board));
                    again.add(view(visitor, board));
                }
            }
            report(bench, first, again, yardstick(bench, browser));
        }
    }

    private void report(Workbench bench, List<PageView> first, List<PageView> again, PageView sentence) {
        String painted = "a page of one sentence: " + Figure.number(sentence.firstPaint()) + " ms";
        add(bench, "first visit, transferred", median(first, PageView::transferred) / 1000, "kB", "", "");
        double script = median(first, view -> view.script() - view.charts()) / 1000;
        add(bench, "first visit, JavaScript before charts", script, "kB", "180 kB", "");
        add(bench, "first visit, JavaScript of charts", median(first, PageView::charts) / 1000, "kB", "", "");
        add(bench, "first visit, first paint", median(first, PageView::firstPaint), "ms", "", painted);
        add(bench, "first visit, largest paint", median(first, PageView::largestPaint), "ms", "", painted);
        add(bench, "first visit, all of 12 tiles", median(first, PageView::complete), "ms", "", painted);
        add(bench, "first visit, layout shift", median(first, PageView::shift), "", "0", "");
        add(bench, "second visit, transferred", median(again, PageView::transferred) / 1000, "kB", "", "");
        add(bench, "second visit, first paint", median(again, PageView::firstPaint), "ms", "", painted);
        add(bench, "second visit, all of 12 tiles", median(again, PageView::complete), "ms", "", painted);
    }

    private void add(Workbench bench, String what, double value, String unit, String target, String yardstick) {
        bench.report().add(new Figure(name(), what, value, unit, target, yardstick));
    }

    /** A browser without a past, signed in. */
    private static BrowserContext newVisitor(Browser browser, Server server) {
        BrowserContext visitor = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        APIResponse response = visitor.request()
                .post(
                        server.url() + "/api/login/",
                        RequestOptions.create().setData(Map.of("email", Server.EMAIL, "password", Server.PASSWORD)));
        if (response.status() != 200) {
            throw new BenchException("Signing in answered " + response.status() + ": " + response.text());
        }
        return visitor;
    }

    private static PageView view(BrowserContext visitor, String url) {
        try (Page page = visitor.newPage()) {
            return PageView.of(page, url);
        }
    }

    /** What this browser takes for next to nothing. */
    private static PageView yardstick(Workbench bench, Browser browser) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, SENTENCE.length);
                exchange.getResponseBody().write(SENTENCE);
            }
        });
        http.start();
        String url = "http://127.0.0.1:" + http.getAddress().getPort() + "/";
        List<PageView> views = new ArrayList<>();
        for (int i = 0; i < bench.scale().starts(); i++) {
            try (BrowserContext visitor = browser.newContext()) {
                views.add(view(visitor, url));
            }
        }
        http.stop(0);
        views.sort((one, other) -> Double.compare(one.firstPaint(), other.firstPaint()));
        return views.get(views.size() / 2);
    }

    private static double median(List<PageView> views, ToDoubleFunction<PageView> value) {
        return views.stream()
                .mapToDouble(value)
                .sorted()
                .skip(views.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
