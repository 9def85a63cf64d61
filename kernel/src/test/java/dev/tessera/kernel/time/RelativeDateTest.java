package dev.tessera.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativeDateTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2020-03-31T10:20:30.5Z[UTC]");

    @ParameterizedTest
    @CsvSource({
        "-7d, 2020-03-24T10:20:30.500",
        "7d, 2020-03-24T10:20:30.500",
        "d, 2020-03-31T10:20:30.500",
        "-2D, 2020-03-29T10:20:30.500",
        "-24h, 2020-03-30T10:20:30.500",
        "-3H, 2020-03-31T07:20:30.500",
        "-90M, 2020-03-31T08:50:30.500",
        "-45s, 2020-03-31T10:19:45.500",
        "-45S, 2020-03-31T10:19:45.500",
        "-2w, 2020-03-17T10:20:30.500",
        "-1m, 2020-02-29T10:20:30.500",
        "-1q, 2019-12-31T10:20:30.500",
        "-1y, 2019-03-31T10:20:30.500",
        "dStart, 2020-03-31T00:00",
        "dEnd, 2020-03-31T23:59:59.999999",
        "-1dStart, 2020-03-30T00:00",
        "-1dEnd, 2020-03-30T23:59:59.999999",
        "hStart, 2020-03-31T10:00",
        "hEnd, 2020-03-31T10:59:59.999999",
        "mStart, 2020-03-01T10:20:30.500",
        "mEnd, 2020-03-31T10:20:30.500",
        "-1mStart, 2020-02-01T10:20:30.500",
        "-1mEnd, 2020-02-29T10:20:30.500",
        "yStart, 2020-01-01T10:20:30.500",
        "-1yEnd, 2019-03-31T10:20:30.500",
    })
    void countsBackFromNow(String text, String expected) {
        assertThat(RelativeDate.parse(text).orElseThrow().from(NOW).toLocalDateTime())
                .hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "7",
                "x",
                "-7x",
                "-7 d",
                " -7d",
                "--7d",
                "-7dStop",
                "-1wStart",
                "qEnd",
                "-1234567d",
                "all"
            })
    void readsNothingElse(String text) {
        assertThat(RelativeDate.parse(text)).isEmpty();
    }

    @Test
    void hoursAreElapsedTimeAndDaysAreWallTime() {
        // The clock went from 02:00 to 03:00 on 8 March.
        ZonedDateTime now = Instant.parse("2020-03-08T16:00:00Z").atZone(ZoneId.of("America/New_York"));
        assertThat(RelativeDate.parse("-24h").orElseThrow().from(now).toLocalDateTime())
                .hasToString("2020-03-07T11:00");
        assertThat(RelativeDate.parse("-1d").orElseThrow().from(now).toLocalDateTime())
                .hasToString("2020-03-07T12:00");
    }
}
