package dev.tessera.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.access.Membership;
import dev.tessera.app.access.User;
import dev.tessera.app.demo.DemoBoards;
import dev.tessera.app.demo.world.Story;
import dev.tessera.app.tiles.TextId;
import dev.tessera.app.tiles.Tile;
import dev.tessera.app.tiles.TileContent;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.time.SettableClock;
import dev.tessera.metadata.Database;
import dev.tessera.server.config.Settings;
import dev.tessera.server.config.SetupSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DemoBoardsTest {
    private static final String END = "2026-07-15T14:20:00Z";
    private static final ProjectId PROJECT = new ProjectId(1);
    private static final int COLUMNS = 12;

    @TempDir
    private Path folder;

    private Database database;
    private Boards boards;

    @BeforeEach
    void create() throws InterruptedException {
        Settings settings = Settings.read(RunningServer.environment(folder), folder.resolve("none"));
        SettableClock clock = new SettableClock(END);
        SecureRandom random = new SecureRandom();
        database = Database.sqlite(folder.resolve("metadata.sqlite"));
        Access access = Access.over(database, settings, true, clock, random);
        access.accounts().setUp(SetupSettings.of(settings).orElseThrow());
        boards = Boards.over(database, access, clock, random);
        User owner = access.users().findByEmail("ada@example.com").orElseThrow();
        Membership membership = access.organizations()
                .membership(
                        owner.id(),
                        access.projects().find(PROJECT).orElseThrow().organization())
                .orElseThrow();
        new DemoBoards(database, boards.insights(), boards.dashboards(), boards.tiles())
                .create(PROJECT, membership, Story.endingAt(Instant.parse(END)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void standInAGridOfTwelveColumnsWithoutOverlaps() {
        for (List<Tile> tiles : all()) {
            assertThat(tiles).hasSizeBetween(10, 20);
            Set<Integer> taken = new HashSet<>();
            for (Tile tile : tiles) {
                JsonNode box = tile.look().layouts().path("sm");
                assertThat(box.path("x").asInt() + box.path("w").asInt()).isLessThanOrEqualTo(COLUMNS);
                for (int x = box.path("x").asInt();
                        x < box.path("x").asInt() + box.path("w").asInt();
                        x++) {
                    for (int y = box.path("y").asInt();
                            y < box.path("y").asInt() + box.path("h").asInt();
                            y++) {
                        assertThat(taken.add(y * COLUMNS + x)).as("%s", box).isTrue();
                    }
                }
            }
            int rows = taken.stream().mapToInt(it -> it / COLUMNS).max().orElseThrow() + 1;
            assertThat(taken).as("cells of %d rows", rows).hasSize(rows * COLUMNS);
        }
    }

    @Test
    void standUnderOneAnotherOnNarrowScreens() {
        for (List<Tile> tiles : all()) {
            int row = 0;
            for (Tile tile : tiles) {
                JsonNode box = tile.look().layouts().path("xs");
                assertThat(box.path("x").asInt()).isZero();
                assertThat(box.path("w").asInt()).isEqualTo(1);
                assertThat(box.path("y").asInt()).isEqualTo(row);
                row += box.path("h").asInt();
            }
        }
    }

    @Test
    void leaveLittleOfTheirTextsEmptyOnNarrowScreens() {
        assertThat(all().stream().flatMap(List::stream).filter(it -> it.content() instanceof TileContent.OfText))
                .extracting(it -> it.look().layouts().at("/xs/h").asInt())
                .allMatch(rows -> rows <= 3);
    }

    @Test
    void tellTheirStoriesWithTheDatesOfTheStory() {
        List<String> texts = all().stream()
                .flatMap(List::stream)
                .map(Tile::content)
                .filter(TileContent.OfText.class::isInstance)
                .map(TileContent.OfText.class::cast)
                .map(it -> body(it.id()))
                .toList();
        assertThat(texts).hasSizeGreaterThan(5).allMatch(it -> it.startsWith("#"));
        assertThat(String.join("\n", texts))
                .contains("3 March 2026", "10 November 2025", "13 May 2026")
                .doesNotContain("{", "}");
    }

    private String body(TextId id) {
        return boards.tiles()
                .texts(PROJECT, List.of(id))
                .values()
                .iterator()
                .next()
                .body()
                .orElseThrow();
    }

    private List<List<Tile>> all() {
        return LongStream.rangeClosed(1, 3)
                .mapToObj(it -> boards.tiles().on(PROJECT, new DashboardId(it)))
                .toList();
    }
}
