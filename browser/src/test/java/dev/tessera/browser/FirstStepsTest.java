package dev.tessera.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tessera.kernel.time.Clock;
import dev.tessera.server.RunningServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FirstStepsTest {
    private static final Pattern TOKEN = Pattern.compile("phc_[A-Za-z0-9]+");

    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @TempDir
    private Path data;

    @Test
    void leadFromSignUpToTheFirstInsightOnTheFirstBoard() {
        try (RunningServer server = RunningServer.withNobody(data, Clock.system(), Map.of())) {
            Page page = chromium.open(server.url());
            signUp(page);
            sendTheFirstEvent(page, server);
            createABoard(page);
            createAnInsight(page);
            assertThat(figureOf(page)).hasText("3");
            page.reload();
            assertThat(figureOf(page)).hasText("3");
        }
    }

    private static void signUp(Page page) {
        page.getByLabel("Your name").fill("Grace");
        page.getByLabel("E-mail").fill("grace@example.com");
        page.getByLabel("Password", exactly()).fill("an ordinary horse battery");
        page.getByLabel("Organization").fill("Acme");
        button(page, "Create the account").click();
    }

    private static void sendTheFirstEvent(Page page, RunningServer server) {
        page.getByRole(AriaRole.LINK, named("Send your first event")).click();
        assertThat(page.getByText("Listening for the first event")).isVisible();
        String token = page.locator("code").getByText(TOKEN).last().textContent();
        for (String person : new String[] {"ada", "bob", "eve"}) {
            server.send(
                    "POST",
                    "/i/v0/e/",
                    "{\"api_key\": \"" + token + "\", \"event\": \"signed up\", \"distinct_id\": \"" + person
                            + "\", \"properties\": {\"plan\": \"free\"}}");
        }
        assertThat(page.getByText("Your first event is here")).isVisible();
        assertThat(page.getByText("signed up", exact()).first()).isVisible();
        assertThat(page.getByRole(AriaRole.TERM).getByText("plan")).isVisible();
        assertThat(page.getByRole(AriaRole.DEFINITION).getByText("free")).isVisible();
        assertThat(page.locator("time")).hasText(Pattern.compile("now|minute"));
    }

    private static void createABoard(Page page) {
        page.getByRole(AriaRole.LINK, named("Go to the dashboards")).click();
        button(page, "Create a dashboard").click();
        page.getByRole(AriaRole.DIALOG).getByLabel("Name").fill("Growth");
        button(page, "Create").click();
        assertThat(page.getByText("An empty wall")).isVisible();
    }

    private static void createAnInsight(Page page) {
        button(page, "Add").click();
        page.getByRole(AriaRole.MENUITEM, named("New insight")).click();
        page.getByRole(AriaRole.BUTTON, named("Event of series A")).click();
        page.getByRole(AriaRole.OPTION, named("signed up")).click();
        page.getByRole(AriaRole.BUTTON, named("Chart type")).click();
        page.getByText("Number", exact()).click();
        assertThat(page.getByText("3", exact()).first()).isVisible();
        button(page, "Save to Growth").click();
    }

    private static Locator figureOf(Page page) {
        return page.getByRole(AriaRole.ARTICLE).getByTitle("3", new Locator.GetByTitleOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
