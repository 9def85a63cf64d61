package dev.tessera.events.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.events.SampleEvents;
import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.property.Choices;
import dev.tessera.kernel.property.Property;
import dev.tessera.query.dialect.duckdb.PropertyLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Events that are much larger than usual, and how what they have is kept. */
class DuckDbLargeEventsTest {
    @TempDir
    Path directory;

    private DuckDbConfig config;

    @BeforeEach
    void configure() {
        config = DuckDbConfig.in(directory);
    }

    @Test
    void takesAGigabyteInEventsOfAlmostAMegabyte() throws Exception {
        Random random = new Random(1);
        String words = words(random, 4 << 20);
        int count = 1_200;
        try (DuckDbEventStore store = DuckDbEventStore.open(config)) {
            for (int number = 1; number <= count; number += 4) {
                List<StoredEvent> batch = new ArrayList<>();
                for (int i = number; i < number + 4; i++) {
                    int from = random.nextInt(words.length() - 900_000);
                    batch.add(SampleEvents.with(
                            SampleEvents.event(i), "{\"words\":\"" + words.substring(from, from + 900_000) + "\"}"));
                }
                store.append(batch, number + 4);
                store.maintain();
            }
            assertThat(store.appliedPosition()).isEqualTo(count + 1);
        }
        try (DuckDbEventStore store = DuckDbEventStore.open(config)) {
            store.append(List.of(SampleEvents.event(count + 1)), count + 2);
        }
        assertThat(logIsMerged()).isTrue();
    }

    @Test
    void keepsAllThatAnEventHas() {
        List<String> stored = new ArrayList<>();
        try (DuckDbEventStore store = DuckDbEventStore.open(config)) {
            Property.holds(300, DuckDbLargeEventsTest::properties, it -> {
                stored.add(it);
                store.append(List.of(SampleEvents.with(SampleEvents.event(stored.size()), it)), stored.size());
            });
        }
        List<StoredEvent> found = DuckDbFile.events(directory);
        assertThat(found).hasSameSizeAs(stored);
        for (int i = 0; i < stored.size(); i++) {
            assertThat(Json.parse(found.get(i).properties())).isEqualTo(Json.parse(stored.get(i)));
        }
    }

    @Test
    void noColumnIsLongerThanItMayBe() {
        Property.holds(300, DuckDbLargeEventsTest::properties, it -> {
            PropertyColumns columns = PropertyColumns.of(it);
            assertThat(columns.columns()).hasSize(PropertyLayout.COLUMNS);
            assertThat(columns.columns())
                    .allSatisfy(column -> assertThat(bytes(column)).isLessThanOrEqualTo(PropertyLayout.COLUMN_BYTES));
            assertThat(columns.large()).allSatisfy(value -> {
                assertThat(bytes(value.text())).isLessThanOrEqualTo(2_000);
                assertThat(bytes(value.name())).isLessThanOrEqualTo(2_000);
            });
        });
    }

    @Test
    void leavesEventsThatFitInTheirRow() {
        assertThat(PropertyColumns.of("{\"plan\":\"" + "x".repeat(1_000) + "\"}")
                        .large())
                .isEmpty();
        assertThat(PropertyColumns.of("{}").columns()).containsOnly("{}");
    }

    @Test
    void movesEventsOfTheFirstSchemaToColumns() throws Exception {
        String many = Json.write(crowd(2_000));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + config.file());
                Statement statement = connection.createStatement()) {
            statement.execute(new String(
                    DuckDbSchema.class.getResourceAsStream("001_events.sql").readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("CREATE TABLE schema_version (version INTEGER NOT NULL)");
            statement.execute("INSERT INTO schema_version VALUES (1)");
            statement.execute("INSERT INTO applied VALUES (7)");
            insert(statement, SampleEvents.event(1));
            insert(statement, SampleEvents.with(SampleEvents.event(2), many));
        }
        try (DuckDbEventStore store = DuckDbEventStore.open(config)) {
            assertThat(store.appliedPosition()).isEqualTo(7);
            store.append(List.of(SampleEvents.event(3)), 8);
        }
        List<StoredEvent> found = DuckDbFile.events(directory);
        assertThat(found).hasSize(3);
        assertThat(SampleEvents.with(found.getFirst(), "")).isEqualTo(SampleEvents.with(SampleEvents.event(1), ""));
        assertThat(Json.parse(found.getFirst().properties()))
                .isEqualTo(Json.parse(SampleEvents.event(1).properties()));
        assertThat(Json.parse(found.get(1).properties())).isEqualTo(Json.parse(many));
    }

    private static void insert(Statement statement, StoredEvent event) throws SQLException {
        statement.execute("INSERT INTO events VALUES (1, '" + event.uuid() + "', "
                + event.sequence().value() + ", '" + event.event() + "', '" + event.distinctId() + "', "
                + event.person().value() + ", '" + event.timestamp().toString().replace("Z", "") + "', '"
                + event.receivedAt().toString().replace("Z", "") + "', '"
                + event.properties().replace("'", "''") + "')");
    }

    private boolean logIsMerged() {
        return !config.writeAheadLog().toFile().exists();
    }

    private static String properties(Choices choices) {
        ObjectNode properties = choices.oneIn(3) ? crowd(choices.below(1_500)) : Json.object();
        for (int i = choices.below(5); i > 0; i--) {
            String text =
                    choices.of("x", "ü", "💡", "\"", "\n", "a\u0000", "end ").repeat(choices.below(3_000));
            String name = choices.of("plan", "url", "", "a/b", "n\"\\", "ü".repeat(choices.below(2_000)));
            switch (choices.below(4)) {
                case 0 -> properties.putArray(name).add(text).add(1.5).addNull();
                case 1 -> properties.putObject(name).put(text, i);
                case 2 -> properties.putNull(name);
                default -> properties.put(name, text);
            }
        }
        return Json.write(properties);
    }

    private static ObjectNode crowd(int size) {
        ObjectNode crowd = Json.object();
        for (int i = 0; i < size; i++) {
            crowd.put("name " + i, i);
        }
        return crowd;
    }

    private static String words(Random random, int length) {
        StringBuilder words = new StringBuilder();
        while (words.length() < length) {
            words.append(Long.toString(random.nextLong() >>> 1, 36)).append(' ');
        }
        return words.toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
