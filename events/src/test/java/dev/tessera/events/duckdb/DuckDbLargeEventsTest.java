package dev.tessera.events.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.events.SampleEvents;
import dev.tessera.events.StoredEvent;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.property.Choices;
import dev.tessera.kernel.property.Property;
import dev.tessera.query.dialect.duckdb.PropertyLayout;
import dev.tessera.query.plan.Aggregation;
import dev.tessera.query.plan.Breakdown;
import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.Grouping;
import dev.tessera.query.plan.LongText;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.plan.TimeBounds;
import dev.tessera.query.plan.ValueExpression;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Events that are much larger than usual, and how what they have is kept. */
class DuckDbLargeEventsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final TimeBounds A_MONTH =
            new TimeBounds(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));

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
    void looksForLargeValuesAfterItIsOpenedAgain() {
        try (DuckDbEventStore store = DuckDbEventStore.open(config)) {
            store.append(List.of(with(1, "plan", "x".repeat(5_000)), with(2, "plan", "y".repeat(5_000))), 2);
        }
        try (DuckDbEventStore store = DuckDbEventStore.open(config)) {
            assertThat(count(store, "plan", "x".repeat(5_000))).isEqualTo(1);
        }
    }

    @Test
    void tellsANameFromOneThatLooksLikeItsKey() {
        String name = "n".repeat(3_000);
        String lookalike = LongText.key(name);
        ObjectNode both = Json.object().put(name, "a").put(lookalike, "b".repeat(1_500));
        try (DuckDbEventStore store = DuckDbEventStore.open(config)) {
            store.append(List.of(SampleEvents.with(SampleEvents.event(1), Json.write(both))), 1);
            assertThat(count(store, name, "a")).isEqualTo(1);
            assertThat(count(store, lookalike, "a")).isZero();
            assertThat(count(store, lookalike, "b".repeat(1_500))).isEqualTo(1);
            Breakdown breakdown = new Breakdown(
                    List.of(new ValueExpression.EventProperty(name), new ValueExpression.EventProperty(lookalike)), 5);
            assertThat(store.series(plan(Condition.always(), breakdown), PATIENCE))
                    .containsExactly(new SeriesRow(0, List.of("a", "b".repeat(1_500)), 1));
        }
    }

    @Test
    void movesEventsOfTheFirstSchemaToColumns() throws Exception {
        int count = 20_000;
        String text = "x".repeat(50_000);
        makeFirstSchema(count, text);
        try (DuckDbEventStore store = DuckDbEventStore.open(config)) {
            assertThat(store.appliedPosition()).isEqualTo(7);
            store.append(List.of(SampleEvents.event(count + 1)), count + 1);
            assertThat(count(store, "plan", "p3")).isEqualTo(count / 10.0);
            assertThat(count(store, "text", text)).isEqualTo(1);
        }
        List<StoredEvent> found = DuckDbFile.events(directory);
        assertThat(found).hasSize(count + 1);
        StoredEvent large = found.get(16);
        assertThat(SampleEvents.with(large, "")).isEqualTo(SampleEvents.with(SampleEvents.event(17), ""));
        assertThat(Json.parse(large.properties()))
                .isEqualTo(Json.object().put("plan", "p7").put("text", text));
    }

    @Test
    void leavesTheFirstSchemaWhenTheMoveFails() throws Exception {
        makeFirstSchema(100, "x");
        DuckDbSchema.Step done = _ -> {};
        DuckDbSchema.Step failing = DuckDbSchema.script("002_property_columns.sql")
                .then(PropertyMove::run)
                .then(DuckDbSchema.Step.sql("SELECT * FROM missing"));
        try (DuckDBConnection connection =
                DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class)) {
            DuckDbSchema.Step.sql("ATTACH '" + config.file() + "' AS " + DuckDbDatabase.NAME)
                    .run(connection);
            DuckDbDatabase.use(connection);
            assertThatThrownBy(() -> DuckDbSchema.migrate(connection, List.of(done, failing)))
                    .isInstanceOf(SQLException.class);
        }
        try (DuckDbEventStore store = DuckDbEventStore.open(config)) {
            assertThat(count(store, "plan", "p3")).isEqualTo(10);
        }
        assertThat(DuckDbFile.events(directory)).hasSize(100);
    }

    /** A store of the first schema with events that have a plan, and the 17th of them {@code text}. */
    private void makeFirstSchema(int count, String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + config.file());
                Statement statement = connection.createStatement()) {
            DuckDbSchema.script("001_events.sql").run(connection.unwrap(DuckDBConnection.class));
            statement.execute("CREATE TABLE schema_version (version INTEGER NOT NULL)");
            statement.execute("INSERT INTO schema_version VALUES (1)");
            statement.execute("INSERT INTO applied VALUES (7)");
            try (DuckDBAppender appender =
                    connection.unwrap(DuckDBConnection.class).createAppender("events")) {
                for (int number = 1; number <= count; number++) {
                    String more = number == 17 ? ",\"text\":\"" + text + "\"" : "";
                    addToFirstSchema(
                            appender,
                            SampleEvents.with(
                                    SampleEvents.event(number), "{\"plan\":\"p" + number % 10 + "\"" + more + "}"));
                }
                appender.flush();
            }
        }
    }

    private static void addToFirstSchema(DuckDBAppender appender, StoredEvent event) throws SQLException {
        appender.beginRow()
                .append(event.project().value())
                .appendUUID(event.uuid().getMostSignificantBits(), event.uuid().getLeastSignificantBits())
                .append(event.sequence().value())
                .append(event.event())
                .append(event.distinctId())
                .append(event.person().value())
                .appendEpochMicros(ChronoUnit.MICROS.between(Instant.EPOCH, event.timestamp()))
                .appendEpochMicros(ChronoUnit.MICROS.between(Instant.EPOCH, event.receivedAt()))
                .append(event.properties())
                .endRow();
    }

    private static StoredEvent with(int number, String name, String text) {
        return SampleEvents.with(
                SampleEvents.event(number), Json.write(Json.object().put(name, text)));
    }

    private static double count(DuckDbEventStore store, String name, String text) {
        Condition condition = new Condition.OneOf(new ValueExpression.EventProperty(name), List.of(text));
        return store.series(plan(condition, Breakdown.none()), PATIENCE).stream()
                .mapToDouble(SeriesRow::value)
                .sum();
    }

    private static SeriesPlan plan(Condition condition, Breakdown breakdown) {
        return new SeriesPlan(
                SampleEvents.PROJECT,
                A_MONTH,
                condition,
                new Aggregation.CountEvents(),
                new Grouping.Whole(),
                breakdown);
    }

    private boolean logIsMerged() {
        return !config.writeAheadLog().toFile().exists();
    }

    private static String properties(Choices choices) {
        ObjectNode properties = choices.oneIn(3) ? crowd(choices.below(1_500)) : Json.object();
        for (int i = choices.below(5); i > 0; i--) {
            String text =
                    choices.of("x", "ü", "💡", "\"", "\n", "a\u0000", "end ").repeat(choices.below(3_000));
            String name =
                    choices.of("plan", "url", "", "a/b", "n\"\\", LongText.MARK, "ü".repeat(choices.below(2_000)));
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
