package dev.tessera.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an event happened (spec/ingestion.md 4.2). */
class EventTimeTest {
    private static final Instant NOW = Instant.parse("2023-01-01T12:00:00Z");

    @Test
    void isNowWhenNothingIsSaid() {
        assertThat(time("", "", OptionalLong.empty())).isEqualTo(NOW);
        assertThat(time("", "2023-01-01T11:00:00Z", OptionalLong.empty())).isEqualTo(NOW);
    }

    @Test
    void isTheTimestampWhenTheTimeOfSendingIsUnknown() {
        assertThat(time("2022-12-31T23:59:59.123456Z", "", OptionalLong.empty()))
                .isEqualTo(Instant.parse("2022-12-31T23:59:59.123456Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-01T11:59:55Z, 2023-01-01T12:00:05Z, 2023-01-01T11:59:50Z",
        "2023-01-01T11:00:00Z, 2023-01-01T11:59:50Z, 2023-01-01T11:00:10Z",
        "2023-01-02T11:00:00Z, 2023-01-02T12:00:00Z, 2023-01-01T11:00:00Z"
    })
    void takesTheErrorOfTheSendersClockOut(String timestamp, String sentAt, String expected) {
        assertThat(time(timestamp, sentAt, OptionalLong.empty())).isEqualTo(expected);
    }

    @Test
    void letsAnOffsetWinOverEverything() {
        assertThat(time("2022-01-01T00:00:00Z", "2023-01-01T12:00:05Z", OptionalLong.of(5_000)))
                .isEqualTo("2023-01-01T11:59:55Z");
        assertThat(time("", "", OptionalLong.of(-1_000))).isEqualTo("2023-01-01T12:00:01Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-02T10:59:59Z, 2023-01-02T10:59:59Z",
        "2023-01-02T11:00:00Z, 2023-01-02T11:00:00Z",
        "2023-01-02T11:00:00.000999Z, 2023-01-02T11:00:00.000999Z",
        "2023-01-02T11:00:00.001Z, 2023-01-01T12:00:00Z",
        "2023-01-02T11:00:01Z, 2023-01-01T12:00:00Z",
        "9999-12-31T23:59:59Z, 2023-01-01T12:00:00Z"
    })
    void isNowWhenMoreThanTwentyThreeHoursAhead(String timestamp, String expected) {
        assertThat(time(timestamp, "", OptionalLong.empty())).isEqualTo(expected);
    }

    @Test
    void isNowWhenAnOffsetLeadsFarAhead() {
        assertThat(time("", "", OptionalLong.of(-86_400_000))).isEqualTo(NOW);
    }

    @Test
    void isTheEpochWhenTheYearIsNegativeOrBeyondCounting() {
        assertThat(time("0000-01-01T00:00:00Z", "", OptionalLong.empty())).isEqualTo("0000-01-01T00:00:00Z");
        assertThat(time("-0001-12-31T23:59:59Z", "", OptionalLong.empty())).isEqualTo(Instant.EPOCH);
        assertThat(time("", "", OptionalLong.of(Long.MAX_VALUE))).isEqualTo(Instant.EPOCH);
        assertThat(time("-999999999-01-01T00:00:00Z", "+999999999-01-01T00:00:00Z", OptionalLong.empty()))
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void survivesTheFarthestOffsets() {
        assertThat(time("", "", OptionalLong.of(Long.MIN_VALUE))).isEqualTo(NOW);
        assertThat(time("+999999999-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z", OptionalLong.empty()))
                .isIn(NOW, Instant.EPOCH);
    }

    @Test
    void isExactToTheMicrosecond() {
        assertThat(time("2023-01-01T11:00:00.123456789Z", "", OptionalLong.empty()))
                .isEqualTo("2023-01-01T11:00:00.123456Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not a date",
                "",
                "2023-02-31",
                "2023-13-01",
                "2023-01-01T25:00:00Z",
                "2023-01-01T11:00:00+25:00",
                "2023",
                "13/13/2023",
                "2023-01-01T11:00:00Z and more",
                "1e9"
            })
    void isNowWhenTheTimestampCannotBeRead(String timestamp) {
        assertThat(Timestamps.parse(timestamp)).isEmpty();
        assertThat(EventTime.of(Optional.of(timestamp), Optional.of(NOW), OptionalLong.empty(), NOW))
                .isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-01-01T14:00:00+03           | 2023-01-01T11:00:00Z",
                "2023-01-01T14:00:00+0300         | 2023-01-01T11:00:00Z",
                "2023-01-01T14:00:00+03:00        | 2023-01-01T11:00:00Z",
                "2023-01-01T05:30:00.5-05:30      | 2023-01-01T11:00:00.500Z",
                "2023-01-01t11:00:00z             | 2023-01-01T11:00:00Z",
                "2023-01-01T11:00:00              | 2023-01-01T11:00:00Z",
                "2023-01-01T11:00                 | 2023-01-01T11:00:00Z",
                "2023-01-01 11:00:00.123456       | 2023-01-01T11:00:00.123456Z",
                "2023-01-01 11:00:00 +00:00       | 2023-01-01T11:00:00Z",
                "2023-01-01 11:00:00Z             | 2023-01-01T11:00:00Z",
                "2023-01-01                       | 2023-01-01T00:00:00Z",
                "2023/01/01                       | 2023-01-01T00:00:00Z",
                "2023/1/2 11:00:00                | 2023-01-02T11:00:00Z",
                "1/2/2023                         | 2023-01-02T00:00:00Z",
                "01/02/2023 11:00                 | 2023-01-02T11:00:00Z",
                "Sun, 1 Jan 2023 11:00:00 GMT     | 2023-01-01T11:00:00Z",
                "Sun, 01 Jan 2023 14:00:00 +0300  | 2023-01-01T11:00:00Z",
                "1672570800                       | 2023-01-01T11:00:00Z",
                "1672570800123                    | 2023-01-01T11:00:00.123Z"
            })
    void readsTheFormsThatSendersWrite(String text, String expected) {
        assertThat(Timestamps.parse(text)).contains(Instant.parse(expected));
    }

    private static Instant time(String timestamp, String sentAt, OptionalLong offset) {
        return EventTime.of(Optional.of(timestamp).filter(it -> !it.isEmpty()), Timestamps.parse(sentAt), offset, NOW);
    }
}
