package dev.tessera.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2020-03-31T10:20:30+02:00[Europe/Berlin]");

    @ParameterizedTest
    @CsvSource({
        "2020-01-05, 2020-01-05T00:00+01:00[Europe/Berlin]",
        "2020-1-5, 2020-01-05T00:00+01:00[Europe/Berlin]",
        "2020-01-05T06:07, 2020-01-05T06:07+01:00[Europe/Berlin]",
        "2020-01-05 06:07:08, 2020-01-05T06:07:08+01:00[Europe/Berlin]",
        "2020-01-05T06:07:08.123456789, 2020-01-05T06:07:08.123456+01:00[Europe/Berlin]",
        "2020-01-05T06:07:08.1Z, 2020-01-05T07:07:08.100+01:00[Europe/Berlin]",
        "2020-01-05T06:07:08z, 2020-01-05T07:07:08+01:00[Europe/Berlin]",
        "2020-01-05T06:07:08+09:00, 2020-01-04T22:07:08+01:00[Europe/Berlin]",
        "2020-01-05T06:07:08-0530, 2020-01-05T12:37:08+01:00[Europe/Berlin]",
        "2020-01-05T06:07:08+09, 2020-01-04T22:07:08+01:00[Europe/Berlin]",
        // The clock skips this time, and passes that one twice.
        "2020-03-29T02:30, 2020-03-29T03:30+02:00[Europe/Berlin]",
        "2020-10-25T02:30, 2020-10-25T02:30+02:00[Europe/Berlin]",
        "-1d, 2020-03-30T10:20:30+02:00[Europe/Berlin]",
    })
    void isReadInTheZoneOfNow(String text, String expected) {
        assertThat(DateText.parse(text).orElseThrow().seenFrom(NOW)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2020",
                "2020-01",
                "2020-13-01",
                "2020-02-30",
                "2020-01-05T25:00",
                "2020-01-05T06",
                "2020-01-05T06:07:08+99:00",
                "20200105",
                "2020-01-05Z",
                "٢٠٢٠-٠١-٠٥",
                "2020-01-05\n",
                "ALL"
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(DateText.parse(text)).isEmpty();
    }

    @Test
    void allIsADateOfItsOwn() {
        assertThat(DateText.parse("all")).contains(new DateText.All());
    }
}
