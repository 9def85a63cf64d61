package dev.tessera.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
    TEXT_EDITOR("/project/{project}/dashboard/{board}", page -> {
        button(page, "Add").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Text"))
                .click();
        page.getByRole(AriaRole.DIALOG).waitFor();
    }),
    EMPTY_BOARD("/project/{project}/dashboard/{empty}"),
    INSIGHTS("/project/{project}/insights"),
    NEW_INSIGHT("/project/{project}/insights/new"),
    INSIGHT("/project/{project}/insights/{insight}"),
    SEND_EVENTS("/project/{project}/send-events"),
    COMMAND_PALETTE("/project/{project}/dashboards", page -> {
        page.keyboard().press("Control+k");
        page.getByRole(AriaRole.DIALOG).waitFor();
    }),
    NOWHERE("/project/{project}/nowhere");

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // The steps hold nothing.
    private final Consumer<Page> steps;

    Place(String path) {
        this(path, _ -> {});
    }

    Place(String path, Consumer<Page> steps) {
        this.path = path;
        this.steps = steps;
    }

    /** Opens it and waits until nothing is loading. */
    Page open(Chromium chromium, Look look, Shop shop) {
        Page page = chromium.openSignedIn(look, shop.server(), shop.filled(path));
        Settled.await(page);
        steps.accept(page);
        Settled.await(page);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
