package dev.tessera.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The Tab key leads to everything that can be used, and shows where it is; Escape leads back. */
class KeyboardTest extends ShopTest {
    private static final int MANY = 250;

    /** Marks what has the focus with what it looks like, and says whether that is new. */
    private static final String STEP = """
            async () => {
              const around = (element) => [element, element?.parentElement, element?.parentElement?.parentElement];
              window.settled = (element) => Promise.allSettled(
                around(element).flatMap((it) => it?.getAnimations() ?? []).map((it) => it.finished));
              const look = (element) => around(element)
                .map((it) => it && getComputedStyle(it))
                .map((it) => it && [it.outline, it.boxShadow, it.borderColor, it.backgroundColor, it.clipPath, it.opacity].join())
                .join();
              window.lookOf = look;
              const element = document.activeElement;
              if (!element || element === document.body) {
                return 'nothing';
              }
              await settled(element);
              const isNew = !element.lookInFocus || element === window.last; // A date has stops for its day, its month, its year.
              window.last = element;
              element.lookInFocus = look(element);
              return isNew ? 'new' : 'again';
            }""";

    private static final String UNREACHED = """
            () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button], [role=tab]')]
              .filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.disabled)
              .filter((it) => !it.closest('[inert], [aria-hidden=true]') && !it.lookInFocus)
              .filter((it) => it.type !== 'radio' && it.role !== 'radio') // Arrows lead from one to the next.
              .filter((it) => it.tabIndex >= 0 || !it.closest('[role=menu], [role=listbox], [role=tablist], [role=toolbar]'))
              .filter((it) => !document.querySelector('dialog:modal') || it.closest('dialog'))
              .map((it) => it.outerHTML.slice(0, 200))""";

    private static final String UNSEEN = """
            async () => {
              const last = document.activeElement;
              last?.blur();
              await settled(last);
              return [...document.querySelectorAll('*')]
                .filter((it) => it.lookInFocus && it.isConnected && it.lookInFocus === window.lookOf(it))
                .map((it) => it.outerHTML.slice(0, 200));
            }""";

    @ParameterizedTest
    @EnumSource(
            names = {"TILE_MENU", "COMMAND_PALETTE"},
            mode = EnumSource.Mode.EXCLUDE) // They have keys of their own.
    void tabLeadsToEverythingAndShowsWhereItIs(Place place) {
        Page page = place.open(chromium, place.looks().getFirst(), shop);
        assertThat(walk(page)).isBetween(3, MANY - 1);
        assertThat(page.evaluate(UNREACHED)).isEqualTo(List.of());
        assertThat(page.evaluate(UNSEEN)).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "NEW_DASHBOARD, New dashboard",
        "TILE_MENU, More about Readers",
        "FULL_VIEW, Open Readers in full",
        "DATE_RANGE, Date range: Default ranges",
        "RENAMING, More about Readers",
        "TAGS, More about this dashboard",
        "TEXT_EDITOR, Add",
        "QUERY_SHEET, Edit query",
        "NAVIGATION, Open navigation"
    })
    void escapeClosesWhatIsOpenAndGivesTheFocusBack(Place place, String opener) {
        Page page = place.open(chromium, place.looks().getFirst(), shop);
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog, :popover-open:not([aria-live])")).hasCount(0);
        assertThat(page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(opener).setExact(true)))
                .isFocused();
    }

    /** Presses Tab until it leads to where it was; after the last thing of a page nothing has the focus for once. */
    private static int walk(Page page) {
        Object step = page.evaluate(STEP);
        int steps = 0;
        int nothings = 0;
        while (!step.equals("again") && nothings < 3 && steps < MANY) {
            page.keyboard().press("Tab");
            step = page.evaluate(STEP);
            steps++;
            nothings += step.equals("nothing") ? 1 : 0;
        }
        return steps;
    }
}
