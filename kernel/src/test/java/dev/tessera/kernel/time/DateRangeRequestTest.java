package dev.tessera.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of spec/queries-trends.md 3.2 to 3.6. */
class DateRangeRequestTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2020-01-25T12:34:56.789Z[UTC]");

    @ParameterizedTest(name = "{0}..{1} by {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                // from, to, interval, start, end, lower, upper
                "-, -, DAY, 2020-01-18T00:00, 2020-01-25T23:59:59.999999, 2020-01-18T00:00, 2020-01-26T00:00",
                "-7d, -, DAY, 2020-01-18T00:00, 2020-01-25T23:59:59.999999, 2020-01-18T00:00, 2020-01-26T00:00",
                "-7d, -1d, DAY, 2020-01-18T00:00, 2020-01-24T23:59:59.999999, 2020-01-18T00:00, 2020-01-25T00:00",
                "-24h, -, DAY, 2020-01-24T12:00, 2020-01-25T23:59:59.999999, 2020-01-24T12:00, 2020-01-26T00:00",
                "-24h, -, HOUR, 2020-01-24T12:00, 2020-01-25T12:59:59.999999, 2020-01-24T12:00, 2020-01-25T13:00",
                "-24h, -, WEEK, 2020-01-24T12:00, 2020-01-25T23:59:59.999999, 2020-01-24T00:00, 2020-01-26T00:00",
                "-1d, -, HOUR, 2020-01-24T00:00, 2020-01-25T12:59:59.999999, 2020-01-24T00:00, 2020-01-25T13:00",
                "-90M, -, HOUR, 2020-01-25T00:00, 2020-01-25T12:59:59.999999, 2020-01-25T00:00, 2020-01-25T13:00",
                "-90M, -, MINUTE, 2020-01-25T11:04:56, 2020-01-25T12:34:59.999999, 2020-01-25T11:04:56, 2020-01-25T12:35",
                "-30d, -, MONTH, 2019-12-26T00:00, 2020-01-25T23:59:59.999999, 2019-12-01T00:00, 2020-01-26T00:00",
                "mStart, -, DAY, 2020-01-01T00:00, 2020-01-25T23:59:59.999999, 2020-01-01T00:00, 2020-01-26T00:00",
                "-1mStart, -1mEnd, DAY, 2019-12-01T00:00, 2019-12-31T23:59:59.999999, 2019-12-01T00:00, 2020-01-01T00:00",
                "yStart, -, MONTH, 2020-01-01T00:00, 2020-01-25T23:59:59.999999, 2020-01-01T00:00, 2020-01-26T00:00",
                "-1dStart, -1dEnd, HOUR, 2020-01-24T00:00, 2020-01-24T23:59:59.999999, 2020-01-24T00:00, 2020-01-25T00:00",
                "2020-01-11, 2020-01-12, DAY, 2020-01-11T00:00, 2020-01-12T23:59:59.999999, 2020-01-11T00:00, 2020-01-13T00:00",
                "2020-01-11T10:30, 2020-01-12T09:15, DAY, 2020-01-11T10:30, 2020-01-12T23:59:59.999999, 2020-01-11T00:00, 2020-01-13T00:00",
                "2020-01-11T10:30, 2020-01-12T09:15, WEEK, 2020-01-11T10:30, 2020-01-12T23:59:59.999999, 2020-01-11T00:00, 2020-01-13T00:00",
                "2020-01-11T10:30, 2020-01-12T09:15, MONTH, 2020-01-11T10:30, 2020-01-12T23:59:59.999999, 2020-01-01T00:00, 2020-01-13T00:00",
                "2020-01-11, 2020-01-12, HOUR, 2020-01-11T00:00, 2020-01-12T00:00, 2020-01-11T00:00, 2020-01-12T00:00:01",
                "2020-01-11T10:30, 2020-01-12T09:15:30.5, HOUR, 2020-01-11T10:30, 2020-01-12T09:15:30.500, 2020-01-11T10:00, 2020-01-12T09:15:31",
                "2020-01-11T10:30:20, 2020-01-11T11:15, MINUTE, 2020-01-11T10:30:20, 2020-01-11T11:15, 2020-01-11T10:30, 2020-01-11T11:15:01",
            })
    void roundsByIntervalAndForm(
            String from, String to, Interval interval, String start, String end, String lower, String upper) {
        DateRange range = request(from, to, false, interval, false).resolve(NOW);
        assertThat(range.from().toLocalDateTime()).hasToString(start);
        assertThat(range.to().toLocalDateTime()).hasToString(end);
        assertThat(utc(range.lower())).isEqualTo(lower);
        assertThat(utc(range.upper())).isEqualTo(upper);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2020-01-11T10:30, 2020-01-12T09:15, DAY, 2020-01-11T10:30, 2020-01-12T09:15",
                "-7d, -, DAY, 2020-01-18T00:00, 2020-01-25T12:34:56.789",
                "2020-01-11T10:30, 2020-01-12T09:15, MONTH, 2020-01-11T10:30, 2020-01-12T09:15",
            })
    void takesExplicitDatesAsTheyAre(String from, String to, Interval interval, String start, String end) {
        DateRange range = request(from, to, true, interval, false).resolve(NOW);
        assertThat(range.from().toLocalDateTime()).hasToString(start);
        assertThat(range.to().toLocalDateTime()).hasToString(end);
        assertThat(utc(range.lower())).isEqualTo(start);
    }

    @Test
    void aSingleNumberCoversExactlyTheLastSevenDays() {
        DateRange range = request("-7d", null, false, Interval.DAY, true).resolve(NOW);
        assertThat(utc(range.lower())).isEqualTo("2020-01-18T12:34:56");
        assertThat(range.to()).isEqualTo(NOW);
        assertThat(utc(range.upper())).isEqualTo("2020-01-25T12:34:57");
    }

    @Test
    void allStartsAtTheEarliestEvent() {
        DateRangeRequest request = request("all", null, false, Interval.DAY, false);
        DateRange range = request.resolve(NOW, Instant.parse("2019-05-06T07:08:09Z"));
        assertThat(utc(range.lower())).isEqualTo("2019-05-06T00:00");
        assertThat(range.from().toLocalDateTime()).hasToString("2019-05-06T07:08:09");
    }

    @Test
    void allWithoutAnyEventIsTheLastSevenDays() {
        DateRange range = request("all", null, false, Interval.DAY, false).resolve(NOW);
        assertThat(utc(range.lower())).isEqualTo("2020-01-18T00:00");
    }

    @Test
    void allNeverStartsAfterTheEnd() {
        DateRangeRequest request = request("all", "2019-01-01", false, Interval.DAY, false);
        assertThat(request.resolve(NOW, Instant.parse("2019-05-06T07:08:09Z")).isBackwards())
                .isFalse();
        assertThat(request.resolve(NOW).isBackwards()).isFalse();
    }

    @Test
    void cannotEndAtAll() {
        assertThatThrownBy(() -> request("-7d", "all", false, Interval.DAY, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDayThatTheClockEndsTwiceIsWhole() {
        // At midnight the clock went back to 23:00 of the same day.
        ZonedDateTime now = Instant.parse("2018-02-20T12:00:00Z").atZone(ZoneId.of("America/Sao_Paulo"));
        DateRange range =
                request("2018-02-17", "2018-02-17", false, Interval.DAY, false).resolve(now);
        assertThat(utc(range.lower())).isEqualTo("2018-02-17T02:00");
        assertThat(utc(range.upper())).isEqualTo("2018-02-18T03:00");
    }

    @Test
    void aDayWhoseMidnightIsSkippedStartsWhenItStarts() {
        ZonedDateTime now = Instant.parse("2018-11-10T12:00:00Z").atZone(ZoneId.of("America/Sao_Paulo"));
        DateRange range =
                request("2018-11-04", "2018-11-04", false, Interval.DAY, false).resolve(now);
        assertThat(utc(range.lower())).isEqualTo("2018-11-04T03:00");
        assertThat(utc(range.upper())).isEqualTo("2018-11-05T02:00");
    }

    private static DateRangeRequest request(
            @Nullable String from, @Nullable String to, boolean explicit, Interval interval, boolean toTheSecond) {
        return new DateRangeRequest(date(from), date(to), explicit, interval, toTheSecond);
    }

    private static DateText date(@Nullable String text) {
        return text == null ? new DateText.Absent() : DateText.parse(text).orElseThrow();
    }

    private static String utc(Instant instant) {
        return instant.atZone(ZoneId.of("UTC")).toLocalDateTime().toString();
    }
}
