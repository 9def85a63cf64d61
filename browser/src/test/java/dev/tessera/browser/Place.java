package dev.tessera.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.function.Consumer;

/**
 * A place in the application, and how to get there from its project.
 *
 * <p>{@code {project}}, {@code {board}} and {@code {insight}} stand for the numbers of those that {@link Shop} has.
 */
enum Place {
    DASHBOARDS("/project/{project}/dashboards"),
    NEW_DASHBOARD("/project/{project}/dashboards", page -> {
        button(page, "New dashboard").click();
        page.getByRole(AriaRole.DIALOG).waitFor();
    }),
    BOARD("/project/{project}/dashboard/{board}"),
    ARRANGED_BOARD("/project/{project}/dashboard/{board}", page -> {
        button(page, "Edit layout").click();
        button(page, "Move Readers").waitFor();
    }),
    TILE_MENU("/project/{project}/dashboard/{board}", page -> {
        button(page, "More about Readers").click();
        page.getByRole(AriaRole.MENU).waitFor();
    }),
    FULL_VIEW("/project/{project}/dashboard/{board}", page -> {
        button(page, "Open Readers in full").click();
        page.getByRole(AriaRole.DIALOG).waitFor();
    }),
    BOARD_FILTER("/project/{project}/dashboard/{board}", page -> {
        button(page, "Filter").click();
        page.getByRole(AriaRole.LISTBOX).waitFor();
    }),
    DATE_RANGE("/project/{project}/dashboard/{board}", page -> {
        button(page, "Date range: Default ranges").click();
        page.getByRole(AriaRole.DIALOG).waitFor();
    }),
    RENAMING("/project/{project}/dashboard/{board}", page -> {
        choose(page, "More about Readers", "Rename…");
        page.getByRole(AriaRole.DIALOG).waitFor();
    }),
    TAGS("/project/{project}/dashboard/{board}", page -> {
        choose(page, "More about this dashboard", "Edit tags");
        page.getByRole(AriaRole.DIALOG).waitFor();
        button(page, "ideas").waitFor();
    }),
    FULL_SCREEN("/project/{project}/dashboard/{board}", page -> {
        choose(page, "More about this dashboard", "Full screen");
        page.waitForFunction("() => document.fullscreenElement !== null");
    }),
    TEXT_EDITOR("/project/{project}/dashboard/{board}", page -> {
        choose(page, "Add", "Text");
        page.getByRole(AriaRole.DIALOG).waitFor();
    }),
    EMPTY_BOARD("/project/{project}/dashboard/{empty}"),
    INSIGHTS("/project/{project}/insights"),
    NEW_INSIGHT("/project/{project}/insights/new"),
    INSIGHT("/project/{project}/insights/{insight}"),
    UNSAVED_INSIGHT("/project/{project}/insights/{insight}", page -> {
        page.getByLabel("Name").fill("Readers of books");
        page.keyboard().press("Control+k");
        Locator palette = page.getByRole(AriaRole.DIALOG);
        palette.getByRole(AriaRole.COMBOBOX).fill("Send events");
        palette.getByRole(AriaRole.OPTION).first().click();
        button(page, "Save and leave").waitFor();
    }),
    QUERY_SHEET("/project/{project}/insights/{insight}", true, page -> {
        button(page, "Edit query").click();
        page.getByRole(AriaRole.DIALOG).waitFor();
    }),
    SEND_EVENTS("/project/{project}/send-events"),
    COMMAND_PALETTE("/project/{project}/dashboards", page -> {
        page.keyboard().press("Control+k");
        page.getByRole(AriaRole.DIALOG).waitFor();
    }),
    NAVIGATION("/project/{project}/dashboards", true, page -> {
        button(page, "Open navigation").click();
        page.getByRole(AriaRole.DIALOG).waitFor();
    }),
    NOWHERE("/project/{project}/nowhere");

    private final String path;
    private final boolean onPhonesOnly;

    @SuppressWarnings("ImmutableEnumChecker") // The steps hold nothing.
    private final Consumer<Page> steps;

    Place(String path) {
        this(path, false, _ -> {});
    }

    Place(String path, Consumer<Page> steps) {
        this(path, false, steps);
    }

    Place(String path, boolean onPhonesOnly, Consumer<Page> steps) {
        this.path = path;
        this.onPhonesOnly = onPhonesOnly;
        this.steps = steps;
    }

    /** Through what it can be seen. */
    List<Look> looks() {
        return onPhonesOnly ? List.of(Look.PHONE, Look.PHONE_DARK) : List.of(Look.values());
    }

    /** Opens it and waits until nothing is loading. */
    Page open(Chromium chromium, Look look, Shop shop) {
        Page page = chromium.openSignedIn(look, shop.server(), shop.filled(path));
        Settled.await(page);
        steps.accept(page);
        Settled.await(page);
        return page;
    }

    private static void choose(Page page, String menu, String item) {
        button(page, menu).click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(item).setExact(true))
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
