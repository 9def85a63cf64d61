package dev.tessera.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.tessera.server.RunningServer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tiles are moved, resized and removed; what was done is stored, and can be undone. */
class MovingTilesTest {
    private static final String READERS = "Readers";

    @RegisterExtension
    private final Chromium chromium = new Chromium();

    @TempDir
    private Path data;

    private RunningServer server;
    private Boards boards;
    private int board;

    @BeforeEach
    void start() {
        server = RunningServer.on(data);
        server.capture("[{\"event\": \"read\", \"distinct_id\": \"ada\"}]");
        boards = new Boards(server);
        board = boards.board("Growth");
        boards.insight(board, READERS, "read", "BoldNumber");
        boards.insight(board, "Buyers", "buy", "BoldNumber");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTileIsWhereItWasDraggedAlsoAfterReload() {
        Page page = open();
        BoundingBox before = boxOf(page);
        drag(page, before.width + 20, 0);
        awaitSaved(page);
        BoundingBox after = boxOf(page);
        assertThat(after.x).isGreaterThan(before.x + 100);

        page.reload();
        awaitBox(page, after);
        assertThat(layoutOf(READERS).path("x").asInt()).isPositive();
    }

    @Test
    void controlZTakesAMoveBackAndShiftDoesItAgain() {
        Page page = open();
        BoundingBox before = boxOf(page);
        drag(page, before.width + 20, 0);
        awaitStored(page, x -> x > 0);
        BoundingBox after = boxOf(page);
        button(page, "Done").click();

        page.keyboard().press("Control+z");
        awaitBox(page, before);
        awaitStored(page, x -> x == 0);
        page.keyboard().press("Control+Shift+z");
        awaitBox(page, after);
        awaitStored(page, x -> x > 0);
        page.keyboard().press("Control+z");
        awaitStored(page, x -> x == 0);
        page.reload();
        awaitBox(page, before);
    }

    @Test
    void aTileIsAsLargeAsItsCornerWasDraggedAlsoAfterReload() {
        Page page = open();
        BoundingBox before = boxOf(page);
        stretch(page, 150, 120);
        awaitSaved(page);
        BoundingBox after = boxOf(page);
        assertThat(after.width).isGreaterThan(before.width + 100);
        assertThat(after.height).isGreaterThan(before.height + 60);

        page.reload();
        awaitBox(page, after);
    }

    @Test
    void controlZTakesADragOfTheCornerBack() {
        Page page = open();
        BoundingBox before = boxOf(page);
        stretch(page, 150, 120);
        awaitSaved(page);
        int wide = layoutOf(READERS).path("w").asInt();

        page.keyboard().press("Control+z");
        awaitBox(page, before);
        page.waitForCondition(() -> layoutOf(READERS).path("w").asInt(0) < wide);
        page.reload();
        awaitBox(page, before);
    }

    @Test
    void aTileIsMovedByKeysAlone() {
        Page page = open();
        BoundingBox before = boxOf(page);
        button(page, "Edit layout").press("Enter");
        button(page, "Move " + READERS).focus();
        page.keyboard().press("Enter");
        for (int i = 0; i < 6; i++) {
            page.keyboard().press("ArrowRight");
        }
        page.keyboard().press("Enter");
        awaitSaved(page);
        BoundingBox after = boxOf(page);
        assertThat(after.x).isGreaterThan(before.x + 100);
        assertThat(button(page, "Move " + READERS)).isFocused();
        page.reload();
        awaitBox(page, after);
    }

    @Test
    void onAPhoneTheOrderIsAnotherOne() {
        Page page = chromium.openSignedIn(Look.PHONE, server, boards.path(board));
        BoundingBox before = boxOf(page);
        drag(page, 0, before.height + 20);
        awaitSaved(page);
        assertThat(boxOf(page).y).isGreaterThan(before.y + 50);
        page.reload();
        page.waitForCondition(() -> boxOf(page).y > tile(page, "Buyers").boundingBox().y);
        assertThat(boards.get(board).path("tiles").valueStream())
                .allSatisfy(tile -> assertThat(tile.path("layouts").path("xs")).isNotEmpty());
    }

    @Test
    void aRemovedTileComesBackWithControlZ() {
        Page page = open();
        button(page, "More about " + READERS).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Remove"))
                .click();
        assertThat(tile(page)).hasCount(0);
        awaitSaved(page);
        assertThat(names()).containsExactly("Buyers");

        page.keyboard().press("Control+z");
        assertThat(tile(page)).isVisible();
        awaitSaved(page);
        page.reload();
        assertThat(tile(page)).isVisible();
        assertThat(names()).containsExactlyInAnyOrder(READERS, "Buyers");
    }

    private Page open() {
        return chromium.openSignedIn(server, boards.path(board));
    }

    private static void drag(Page page, double right, double down) {
        button(page, "Edit layout").click();
        BoundingBox grip = button(page, "Move " + READERS).boundingBox();
        drag(page, grip.x + grip.width / 2, grip.y + grip.height / 2, right, down);
    }

    /** Drags the lower right corner of the tile: its handle is for pointers alone, and has no name. */
    private static void stretch(Page page, double right, double down) {
        button(page, "Edit layout").click();
        BoundingBox box = boxOf(page);
        drag(page, box.x + box.width - 10, box.y + box.height - 10, right, down);
    }

    private static void drag(Page page, double x, double y, double right, double down) {
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + right, y + down, new Mouse.MoveOptions().setSteps(12));
        page.mouse().up();
    }

    private static void awaitSaved(Page page) {
        assertThat(page.getByText("Saved", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    /** Waits until the server has a column for the tile that is as it should be. */
    private void awaitStored(Page page, IntPredicate column) {
        page.waitForCondition(() -> column.test(layoutOf(READERS).path("x").asInt(0)));
    }

    private static void awaitBox(Page page, BoundingBox wanted) {
        page.waitForCondition(() -> {
            BoundingBox box = boxOf(page);
            return Math.abs(box.x - wanted.x) < 2
                    && Math.abs(box.y - wanted.y) < 2
                    && Math.abs(box.width - wanted.width) < 2
                    && Math.abs(box.height - wanted.height) < 2;
        });
    }

    private static BoundingBox boxOf(Page page) {
        assertThat(tile(page)).isVisible();
        return tile(page).boundingBox();
    }

    private static Locator tile(Page page) {
        return tile(page, READERS);
    }

    private static Locator tile(Page page, String name) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private List<String> names() {
        return boards.get(board)
                .path("tiles")
                .valueStream()
                .map(tile -> tile.path("insight").path("name").asString())
                .toList();
    }

    private JsonNode layoutOf(String insight) {
        return boards.get(board)
                .path("tiles")
                .valueStream()
                .filter(tile -> tile.path("insight").path("name").asString().equals(insight))
                .map(tile -> tile.path("layouts").path("sm"))
                .findFirst()
                .orElseThrow();
    }
}
