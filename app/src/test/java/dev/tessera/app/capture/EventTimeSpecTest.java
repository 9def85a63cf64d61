package dev.tessera.app.capture;

import static dev.tessera.app.capture.TestCapture.event;
import static dev.tessera.app.capture.TestCapture.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.ingestion.CapturedEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When events happened, over HTTP, at noon on the first day of 2023; the numbers are those of spec/ingestion.md 13. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventTimeSpecTest {
    private static final String NOON = "2023-01-01T12:00:00Z";
    private static final String SKEWED = "\"timestamp\":\"2023-01-01T11:59:55Z\"";

    private TestCapture capture;

    @BeforeAll
    void start(@TempDir Path directory) {
        capture = new TestCapture(directory);
        capture.ingestion().clock().set(NOON);
    }

    @AfterAll
    void stop() {
        capture.close();
    }

    @Test
    void behaviour32aClockThatIsAheadIsCorrected() {
        assertThat(sent("2023-01-01T12:00:05Z", SKEWED)).isEqualTo("2023-01-01T11:59:50Z");
    }

    @Test
    void behaviour33aClockThatIsBehindIsCorrected() {
        assertThat(sent("2023-01-01T11:59:50Z", "\"timestamp\":\"2023-01-01T11:00:00Z\""))
                .isEqualTo("2023-01-01T11:00:10Z");
    }

    @Test
    void behaviour34aTimestampThatAsksForItIsLeftAlone() {
        assertThat(sent("2023-01-01T12:00:05Z", SKEWED + ",\"properties\":{\"$ignore_sent_at\":true}"))
                .isEqualTo("2023-01-01T11:59:55Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"timestamp\":\"2020-01-01T00:00:00Z\"", ",\"timestamp\":\"never\""})
    void behaviour35anOffsetWinsOverAnyTimestamp(String more) {
        assertThat(sent("2023-01-01T12:00:05Z", "\"offset\":5000" + more)).isEqualTo("2023-01-01T11:59:55Z");
    }

    @Test
    void behaviour36aTimestampThatCannotBeReadIsNow() {
        assertThat(sent("2023-01-01T12:00:05Z", "\"timestamp\":\"not a date\"")).isEqualTo(NOON);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-02T10:59:59Z,2023-01-02T10:59:59Z",
        "2023-01-02T11:00:00Z,2023-01-02T11:00:00Z",
        "2023-01-02T11:00:01Z," + NOON
    })
    void behaviour37aTimestampMoreThan23HoursAheadIsNow(String timestamp, String stored) {
        assertThat(sent("", "\"timestamp\":\"" + timestamp + "\"")).isEqualTo(stored);
    }

    @Test
    void behaviour38aZoneMayBeHoursOnly() {
        assertThat(sent("", "\"timestamp\":\"2023-01-01T14:00:00+03\"")).isEqualTo("2023-01-01T11:00:00Z");
    }

    @Test
    void behaviour39theQueryTellsWhenAListWasSentInMilliseconds() {
        String list = "[" + event("," + SKEWED) + "]";
        assertThat(captured("/e/?_=1672574405000", list).timestamp()).isEqualTo("2023-01-01T11:59:50Z");
        assertThat(captured("/e/?_=1672574405", list).timestamp()).isEqualTo("2023-01-01T11:59:55Z");
    }

    @Test
    void keepsInTheEventWhenItWasSentIfThatIsKnown() {
        assertThat(envelope("2023-01-01T12:00:05.25Z", SKEWED).properties())
                .isEqualTo("{\"$sent_at\":\"2023-01-01T12:00:05.250000Z\"}");
        for (String unknown : List.of("", "yesterday", "+12023-01-01T12:00:05Z")) {
            assertThat(envelope(unknown, SKEWED).properties()).as(unknown).isEqualTo("{}");
        }
        assertThat(envelope("2023-01-01T12:00:05Z", "\"properties\":{\"$ignore_sent_at\":true}")
                        .properties())
                .doesNotContain("$sent_at");
    }

    /** History changes nothing about its times: it is taken like everything else. */
    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void takesHistoryLikeEverythingElse(String historical) {
        String body = "{\"api_key\":\"phc_test\",\"historical_migration\":" + historical + ",\"batch\":["
                + event(",\"timestamp\":\"2019-05-06T07:08:09.123456Z\"") + "]}";
        assertThat(captured("/batch/", body).timestamp()).isEqualTo("2019-05-06T07:08:09.123456Z");
    }

    /** The time of an event with {@code fields} in an envelope. */
    private Instant sent(String sentAt, String fields) {
        return envelope(sentAt, fields).timestamp();
    }

    private CapturedEvent envelope(String sentAt, String fields) {
        return captured(
                "/batch/",
                "{\"api_key\":\"phc_test\",\"batch\":[" + event("," + fields) + "],\"sent_at\":\"" + sentAt + "\"}");
    }

    private CapturedEvent captured(String path, String body) {
        assertThat(capture.send(path, utf8(body)).statusCode()).isEqualTo(200);
        return capture.ingestion().journaled().getLast();
    }
}
