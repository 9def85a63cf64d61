package dev.tessera.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ViewportSize;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What opens on a phone is opened, used and closed by a finger alone. */
class TouchTest extends ShopTest {
    private static final String BOARD = "/project/{project}/dashboard/{board}";

    @Test
    void aTileFollowsTheFingerThatHoldsItsHandleAndStaysThere() {
        Boards boards = new Boards(shop.server());
        int board = boards.board("Touched");
        boards.insight(board, "First", "read", "BoldNumber");
        boards.insight(board, "Second", "buy", "BoldNumber");
        Page page = chromium.openSignedIn(Look.PHONE, shop.server(), boards.path(board));
        button(page, "Edit layout").tap();
        new Finger(page).drag(button(page, "Move First"), 0, tile(page, "First").boundingBox().height + 20);
        assertThat(page.getByText("Saved", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        page.waitForCondition(() -> isBelow(tile(page, "First"), tile(page, "Second")));
        assertThat(page.evaluate("() => scrollY")).isEqualTo(0);
        button(page, "Done").tap();
        assertThat(button(page, "Move First")).hasCount(0);
        page.reload();
        page.waitForCondition(() -> isBelow(tile(page, "First"), tile(page, "Second")));
    }

    @Test
    void aFingerBesideTheHandleOfATileScrollsThePage() {
        Page page = open(BOARD);
        button(page, "Edit layout").tap();
        Locator readers = tile(page, "Readers");
        Locator below = readers.locator("[data-draggable] + *");
        new Finger(page).drag(below, 0, -250);
        page.waitForFunction("() => scrollY > 100");
        assertThat(isBelow(tile(page, "Area"), readers)).isTrue();
    }

    @Test
    void theNavigationOpensLeadsSomewhereAndCloses() {
        Page page = open(BOARD);
        Locator drawer = dialog(page, "Main");
        button(page, "Open navigation").tap();
        assertWithinTheScreen(page, drawer);
        drawer.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Insights"))
                .tap();
        page.waitForURL(Pattern.compile(".*/insights$"));
        assertThat(drawer).hasCount(0);

        button(page, "Open navigation").tap();
        drawer.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Account and appearance"))
                .tap();
        page.getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("Dark"))
                .tap();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    @Test
    void aTapBesideTheNavigationClosesItAndDoesNothingElse() {
        Page page = open("/project/{project}/insights");
        Locator target = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("More about Readers"));
        BoundingBox box = target.boundingBox();
        button(page, "Open navigation").tap();
        Locator drawer = dialog(page, "Main");
        assertThat(drawer).isVisible();
        assertThat(box.x).isGreaterThan(drawer.boundingBox().width);
        page.touchscreen().tap(box.x + box.width / 2, box.y + box.height / 2);
        assertThat(drawer).hasCount(0);
        assertThat(page.getByRole(AriaRole.MENU)).hasCount(0);
        target.tap();
        assertThat(page.getByRole(AriaRole.MENU)).isVisible();
    }

    @Test
    void aRangeOfDatesIsChosenFromUsualOnesAndDayByDay() {
        Page page = open(BOARD);
        Locator picker = dialog(page, "Date range");
        range(page, "Default ranges").tap();
        assertWithinTheScreen(page, picker);
        picker.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Last 30 days"))
                .tap();
        assertThat(picker).hasCount(0);

        range(page, "Last 30 days").tap();
        picker.getByLabel("From", new Locator.GetByLabelOptions().setExact(true))
                .fill("2026-01-02");
        picker.getByLabel("To", new Locator.GetByLabelOptions().setExact(true)).fill("2026-02-03");
        picker.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Apply"))
                .tap();
        assertThat(picker).hasCount(0);

        range(page, "Jan 2, 2026 – Feb 3, 2026").tap();
        assertThat(picker).isVisible();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Growth"))
                .tap();
        assertThat(picker).hasCount(0);
    }

    @Test
    void theQueryOfAnInsightIsChangedInASheetBelowItsChart() {
        Page page = open("/project/{project}/insights/{insight}");
        Locator sheet = dialog(page, "Query");
        button(page, "Edit query").tap();
        assertWithinTheScreen(page, sheet);
        assertThat(sheet.boundingBox().y).isGreaterThan(300);
        sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Event of series A"))
                .tap();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("buy"))
                .tap();
        assertThat(sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Event of series A")))
                .containsText("buy");
        button(page, "Done").tap();
        assertThat(sheet).hasCount(0);
        assertThat(page.getByText("Unsaved changes")).isVisible();

        button(page, "Edit query").tap();
        assertThat(sheet).isVisible();
        page.touchscreen().tap(195, 200); // Above it also while it comes in from below.
        assertThat(sheet).hasCount(0);
    }

    private Page open(String path) {
        Page page = chromium.openSignedIn(Look.PHONE, shop.server(), shop.filled(path));
        Settled.await(page);
        return page;
    }

    private static boolean isBelow(Locator one, Locator other) {
        assertThat(one).isVisible();
        assertThat(other).isVisible();
        return one.boundingBox().y > other.boundingBox().y;
    }

    /** All of it can be reached: it is on the screen, and what is more than fits there scrolls in it. */
    private static void assertWithinTheScreen(Page page, Locator opened) {
        assertThat(opened).isVisible();
        page.waitForCondition(() -> isWithin(page.viewportSize(), opened.boundingBox())); // It comes in from an edge.
        assertThat(opened.evaluate("it => it.scrollWidth > it.clientWidth")).isEqualTo(false);
    }

    private static boolean isWithin(ViewportSize screen, BoundingBox box) {
        return box.x >= 0 && box.y >= 0 && box.x + box.width <= screen.width && box.y + box.height <= screen.height;
    }

    private static Locator range(Page page, String shown) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Date range: " + shown));
    }

    private static Locator dialog(Page page, String name) {
        return page.getByRole(
                AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator tile(Page page, String name) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
