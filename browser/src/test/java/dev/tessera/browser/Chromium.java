package dev.tessera.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.tessera.server.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Chromium, one process for all tests, in which every page that is opened belongs to somebody new.
 *
 * <p>After a test no page may have raised an error that nobody caught, nor tried what the server's Content-Security-Policy
 * forbids. What the pages of a failed test looked like is in {@code target/failures}.
 */
final class Chromium implements BeforeEachCallback, AfterEachCallback {
    private static final Path FAILURES = Path.of("target", "failures");
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final String PERSON =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private @Nullable Driven driven;

    /** Opens a page as somebody who was never here. */
    Page open(Look look, String url) {
        Page page = visitor(look);
        page.navigate(url);
        return page;
    }

    Page open(String url) {
        return open(Look.WIDE, url);
    }

    /** Opens a page of {@code server} as its first user, signed in. */
    Page openSignedIn(Look look, RunningServer server, String path) {
        Page page = signedIn(look, server);
        page.navigate(server.url() + path);
        return page;
    }

    /** An empty page in a browser in which the first user of {@code server} is signed in. */
    Page signedIn(Look look, RunningServer server) {
        Page page = visitor(look);
        SignIn.asFirstUser(page, server);
        return page;
    }

    Page openSignedIn(RunningServer server, String path) {
        return openSignedIn(Look.WIDE, server, path);
    }

    /**
     * Opens a page in a browser that does not say that a program drives it: the SDK takes that for a robot's visit.
     * Nothing may write an error into the page's console: whoever looks there did not write what it says.
     */
    Page openAsPerson(String url) {
        Page page = person();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.navigate(url);
        return page;
    }

    /** Opens a page like {@link #openAsPerson}, whose requests fail now and then, which the console may say. */
    Page openAsPersonBadlyConnected(String url) {
        Page page = person();
        page.navigate(url);
        return page;
    }

    private Page person() {
        Page page = visitor(Look.WIDE.options().setUserAgent(PERSON));
        page.addInitScript("""
                Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false });
                Object.defineProperty(Navigator.prototype, 'userAgentData', { get: () => undefined });""");
        return page;
    }

    private Page visitor(Look look) {
        return visitor(look.options());
    }

    private Page visitor(Browser.NewContextOptions options) {
        BrowserContext context = Objects.requireNonNull(driven).browser().newContext(options);
        contexts.add(context);
        context.onWebError(error -> complaints.add(error.error()));
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return context.newPage();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        driven = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .computeIfAbsent(Driven.class, _ -> Driven.start(), Driven.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            photograph(context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName());
        }
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        assertThat(complaints).as("what pages complained about").isEmpty();
    }

    private void photograph(String test) {
        List<Page> pages = contexts.stream().flatMap(it -> it.pages().stream()).toList();
        for (int i = 0; i < pages.size(); i++) {
            Path file = FAILURES.resolve(test.replaceAll("[^A-Za-z0-9.]+", "-") + "-" + i + ".png");
            pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        }
    }

    private record Driven(Playwright playwright, Browser browser) implements AutoCloseable {
        static Driven start() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Driven(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(executable())
                                    .setArgs(List.of(
                                            "--disable-background-networking",
                                            "--disable-component-update",
                                            "--disable-sync",
                                            "--no-first-run"))));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    /** The script says where it found one, in CHROMIUM. */
    private static Path executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "There is no Chromium: run ./tessera test, which finds or installs it, or set CHROMIUM."));
    }
}
