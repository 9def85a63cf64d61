package dev.tessera.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of dashboards and of insights. */
class ListsTest extends ShopTest {
    private static final int MANY = 100;

    @ParameterizedTest
    @CsvSource({"dashboards, Growth", "insights, Readers"})
    void tagsUnderANameKeepAwayFromTheLineBelow(String list, String name) {
        Locator row = row(open(Look.PHONE, list), name);
        BoundingBox tag = row.getByText("weekly").boundingBox();
        BoundingBox all = row.boundingBox();
        assertThat(all.y + all.height - (tag.y + tag.height)).isGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"dashboards, Growth", "insights, Readers"})
    void aRowThatIsBroughtBackByKeyboardHasTheFocus(String list, String name) {
        Page page = open(Look.WIDE, list);
        Locator menu = button(page, "More about " + name);
        menu.focus();
        page.keyboard().press("Enter");
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        assertThat(row(page, name)).hasCount(0);

        Locator undo = button(page, "Undo");
        assertThat(undo).isVisible();
        for (int steps = 0;
                steps < MANY
                        && !undo.evaluate("it => it === document.activeElement").equals(true);
                steps++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(menu).isFocused();
    }

    private Page open(Look look, String list) {
        Page page = chromium.openSignedIn(look, shop.server(), shop.filled("/project/{project}/" + list));
        Settled.await(page);
        return page;
    }

    private static Locator row(Page page, String name) {
        return page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(name).setExact(true))));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
