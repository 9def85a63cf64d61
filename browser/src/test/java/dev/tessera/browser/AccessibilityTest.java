package dev.tessera.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tessera.kernel.time.Clock;
import dev.tessera.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** axe looks at every place of the application in both themes, in a wide window and on a phone; none is wider than these. */
class AccessibilityTest extends ShopTest {
    private static final Path AXE = Path.of("..", "web", "node_modules", "axe-core", "axe.min.js");
    private static final String SERIOUS = """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
                `${id} at ${target.join(' ')}: ${failureSummary}`))
              .concat(document.documentElement.scrollWidth > innerWidth ? ['wider than the window'] : [])""";

    private static String axe;

    @BeforeAll
    static void readAxe() throws IOException {
        axe = Files.readString(AXE);
    }

    @ParameterizedTest
    @EnumSource
    void everyPlaceIsForEverybody(Place place) {
        List<String> serious = new ArrayList<>();
        for (Look look : place.looks()) {
            serious.addAll(complaints(place.open(chromium, look, shop), look));
        }
        assertThat(serious).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void soIsTheWayIn(Look look) {
        assertThat(complaints(chromium.open(look, shop.server().url() + "/login"), look))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void soIsTheFirstPageOfAll(Look look, @TempDir Path empty) {
        try (RunningServer server = RunningServer.withNobody(empty, Clock.system(), Map.of())) {
            assertThat(complaints(chromium.open(look, server.url()), look)).isEmpty();
        }
    }

    private static List<String> complaints(Page page, Look look) {
        Settled.await(page);
        page.evaluate(axe);
        return ((List<?>) page.evaluate(SERIOUS))
                .stream().map(complaint -> look + ": " + complaint).toList();
    }
}
