package dev.tessera.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tessera.server.RunningServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SignOutTest {
    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @TempDir
    private Path data;

    @Test
    void endsAccessInEveryTabAndForTheOldCookie() {
        try (RunningServer server = RunningServer.on(data)) {
            Boards boards = new Boards(server);
            String board = boards.path(boards.board("Growth"));
            Page page = chromium.openSignedIn(server, board);
            assertThat(title(page)).isVisible();
            Page other = page.context().newPage();
            other.navigate(server.url() + board);
            assertThat(title(other)).isVisible();
            String session = page.context().cookies().stream()
                    .filter(it -> it.name.equals("sessionid"))
                    .map(it -> it.value)
                    .findFirst()
                    .orElseThrow();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Account and appearance"))
                    .click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();

            assertThat(signIn(page)).isVisible();
            page.goBack();
            assertThat(signIn(page)).isVisible();
            assertThat(title(page)).hasCount(0);
            other.reload();
            assertThat(signIn(other)).isVisible();
            assertThat(server.send("GET", "/api/users/@me/", "", "Cookie", "sessionid=" + session)
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void theWayBackLeadsToWhereOneWas() {
        try (RunningServer server = RunningServer.on(data)) {
            Boards boards = new Boards(server);
            Page page = chromium.open(server.url() + boards.path(boards.board("Growth")));
            page.getByLabel("E-mail").fill("ada@example.com");
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill("wrong");
            signIn(page).click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();

            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(RunningServer.PASSWORD);
            signIn(page).click();
            assertThat(title(page)).isVisible();
        }
    }

    private static Locator title(Page page) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName("Growth").setLevel(1));
    }

    private static Locator signIn(Page page) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in").setExact(true));
    }
}
