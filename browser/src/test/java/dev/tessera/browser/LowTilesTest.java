package dev.tessera.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.tessera.server.RunningServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tile that is too low for what went wrong still shows what can be done about it. */
class LowTilesTest {
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
        boards = new Boards(server);
        board = boards.board("Growth");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"WIDE, 2, 2", "WIDE, 3, 2", "WIDE, 6, 2", "WIDE, 2, 3", "WIDE, 3, 3", "WIDE, 3, 4", "PHONE, 3, 2"})
    void aFailedTileCanBeTriedAgain(Look look, int columns, int rows) {
        boards.insight(board, "Readers", "read", "BoldNumber");
        boards.resize(board, columns, rows);
        String bogus = URLEncoder.encode("{\"date_from\":\"bogus\"}", StandardCharsets.UTF_8);
        Page page = chromium.openSignedIn(look, server, boards.path(board) + "?filters_override=" + bogus);
        Locator tile = page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Readers"));
        Locator alert = tile.getByRole(AriaRole.ALERT);
        assertThat(alert).isVisible();

        BoundingBox frame = alert.boundingBox();
        BoundingBox retry = tile.getByText("Try again").boundingBox();
        assertThat(retry.y).isGreaterThanOrEqualTo(frame.y);
        assertThat(retry.y + retry.height).isLessThanOrEqualTo(frame.y + frame.height);
        assertThat(retry.x).isGreaterThanOrEqualTo(frame.x);
        assertThat(retry.x + retry.width).isLessThanOrEqualTo(frame.x + frame.width);
        assertThat(alert.evaluate("(it) => [it, ...it.querySelectorAll('div')].some("
                        + "({scrollHeight, clientHeight}) => scrollHeight > clientHeight)"))
                .isEqualTo(false);
    }
}
