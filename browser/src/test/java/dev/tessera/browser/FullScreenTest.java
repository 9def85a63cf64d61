package dev.tessera.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A dashboard on all of the screen, and a tile in all of the window: what is there, and how one comes back. */
class FullScreenTest extends ShopTest {
    private static final int ESCAPE = 27;

    @Test
    void aDashboardFillsTheScreenAndLeavesOutWhatChangesIt() {
        Page page = enterFullScreen();
        BoundingBox stage = page.locator("[data-stage]").boundingBox();
        assertThat(List.of(stage.x, stage.y, stage.width, stage.height)).isEqualTo(List.of(0.0, 0.0, 1440.0, 900.0));
        assertThat(tile(page)).isVisible();
        assertThat(button(page, "Refresh")).isVisible();
        assertThat(page.getByRole(AriaRole.NAVIGATION)).isHidden();
        assertThat(button(page, "Edit layout")).isHidden();
        assertThat(button(page, "Add")).isHidden();
        menu(page).click();
        assertThat(item(page, "Duplicate")).isHidden();
        assertThat(item(page, "Delete")).isHidden();
    }

    @Test
    void escapeLeavesFullScreenAndTheFocusIsWhereItBegan() {
        Page page = enterFullScreen();
        pressEscape(page);
        assertThatItIsLeft(page);
    }

    @Test
    void theMenuLeavesFullScreenAndTheFocusIsWhereItBegan() {
        Page page = enterFullScreen();
        page.keyboard().press("Enter");
        assertThat(item(page, "Leave full screen")).isVisible();
        page.keyboard().press("l");
        page.keyboard().press("Enter");
        assertThatItIsLeft(page);
    }

    @Test
    void theKeyThatBeginsToArrangeTilesDoesNothingInFullScreen() {
        Page page = enterFullScreen();
        page.keyboard().press("e");
        pressEscape(page);
        assertThatItIsLeft(page);
        assertThat(button(page, "Move Readers")).hasCount(0);
    }

    @Test
    void escapeClosesATileInFullAndTheFocusIsWhereItBegan() {
        Page page = open();
        button(page, "Open Readers in full").press("Enter");
        assertThat(fullView(page)).isVisible();
        page.keyboard().press("Escape");
        assertThat(fullView(page)).hasCount(0);
        assertThat(button(page, "Open Readers in full")).isFocused();
    }

    @Test
    void aButtonClosesATileInFullAndTheFocusIsWhereItBegan() {
        Page page = open();
        button(page, "More about Readers").press("Enter");
        item(page, "Open in full").press("Enter");
        assertThat(fullView(page)).isVisible();
        button(page, "Close").press("Enter");
        assertThat(fullView(page)).hasCount(0);
        assertThat(button(page, "More about Readers")).isFocused();
    }

    @Test
    void aTileOpensInFullAboveADashboardInFullScreen() {
        Page page = enterFullScreen();
        button(page, "Open Readers in full").press("Enter");
        assertThat(fullView(page)).isVisible();
        button(page, "Close").press("Enter");
        assertThat(fullView(page)).hasCount(0);
        assertThat(page.evaluate("() => document.fullscreenElement !== null")).isEqualTo(true);
    }

    private Page open() {
        Page page =
                chromium.openSignedIn(Look.WIDE, shop.server(), shop.filled("/project/{project}/dashboard/{board}"));
        Settled.await(page);
        return page;
    }

    /** By keyboard, so that the focus is on the menu's button. */
    private Page enterFullScreen() {
        Page page = open();
        menu(page).press("Enter");
        item(page, "Full screen").press("Enter");
        page.waitForFunction("() => document.fullscreenElement !== null");
        assertThat(page.getByRole(AriaRole.NAVIGATION)).isHidden();
        assertThat(menu(page)).isFocused();
        return page;
    }

    /** As the keyboard does it: the browser takes the key for itself, which it does only with a native code. */
    private static void pressEscape(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        for (String type : new String[] {"rawKeyDown", "keyUp"}) {
            JsonObject key = new JsonObject();
            key.addProperty("type", type);
            key.addProperty("key", "Escape");
            key.addProperty("code", "Escape");
            key.addProperty("windowsVirtualKeyCode", ESCAPE);
            key.addProperty("nativeVirtualKeyCode", ESCAPE);
            session.send("Input.dispatchKeyEvent", key);
        }
    }

    private static void assertThatItIsLeft(Page page) {
        page.waitForFunction("() => document.fullscreenElement === null");
        assertThat(page.getByRole(AriaRole.NAVIGATION)).isVisible();
        assertThat(button(page, "Edit layout")).isVisible();
        assertThat(button(page, "Add")).isVisible();
        assertThat(menu(page)).isFocused();
    }

    private static Locator menu(Page page) {
        return button(page, "More about this dashboard");
    }

    private static Locator fullView(Page page) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Readers"));
    }

    private static Locator tile(Page page) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Readers"));
    }

    private static Locator item(Page page, String name) {
        return page.getByRole(
                AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
