package dev.tessera.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2020-12-15T12:00:00Z[UTC]");

    @Test
    void daysHavePlainDatesAndLabels() {
        Buckets buckets = buckets("2020-01-09", "2020-01-11", Interval.DAY, WeekStart.SUNDAY);
        assertThat(buckets.count()).isEqualTo(3);
        assertThat(buckets.days()).containsExactly("2020-01-09", "2020-01-10", "2020-01-11");
        assertThat(buckets.labels()).containsExactly("9-Jan-2020", "10-Jan-2020", "11-Jan-2020");
    }

    @Test
    void hoursOfAnAbsoluteRangeIncludeTheLastMidnight() {
        Buckets buckets = buckets("2020-01-11", "2020-01-12", Interval.HOUR, WeekStart.SUNDAY);
        assertThat(buckets.days())
                .hasSize(25)
                .startsWith("2020-01-11 00:00:00", "2020-01-11 01:00:00")
                .endsWith("2020-01-12 00:00:00");
        assertThat(buckets.labels()).startsWith("11-Jan 00:00", "11-Jan 01:00").endsWith("12-Jan 00:00");
    }

    @Test
    void minutesStartAtTheMinuteOfTheStart() {
        Buckets buckets = buckets("2020-01-11T10:30:20", "2020-01-11T10:32:10", Interval.MINUTE, WeekStart.SUNDAY);
        assertThat(buckets.days()).containsExactly("2020-01-11 10:30:00", "2020-01-11 10:31:00", "2020-01-11 10:32:00");
        assertThat(buckets.labels()).containsExactly("11-Jan 10:30", "11-Jan 10:31", "11-Jan 10:32");
    }

    /** Samoa went from the 29th straight to the 31st, so the day between starts where the next one does. */
    @Test
    void aDayThatTheCalendarOfTheZoneSkipsKeepsItsName() {
        ZonedDateTime now = NOW.withZoneSameInstant(ZoneId.of("Pacific/Apia"));
        Buckets buckets = buckets("2011-12-28", "2012-01-01", Interval.DAY, WeekStart.SUNDAY, now);
        assertThat(buckets.days())
                .containsExactly("2011-12-28", "2011-12-29", "2011-12-30", "2011-12-31", "2012-01-01");
        assertThat(buckets.labels())
                .containsExactly("28-Dec-2011", "29-Dec-2011", "30-Dec-2011", "31-Dec-2011", "1-Jan-2012");
    }

    @Test
    void monthsAreNamed() {
        Buckets buckets = buckets("2019-11-30", "2020-01-01", Interval.MONTH, WeekStart.SUNDAY);
        assertThat(buckets.days()).containsExactly("2019-11-01", "2019-12-01", "2020-01-01");
        assertThat(buckets.labels()).containsExactly("Nov 2019", "Dec 2019", "Jan 2020");
    }

    @Test
    void weeksAreDatedAtTheirStartAndLabelledByWhatIsInRange() {
        Buckets buckets = buckets("2020-11-10", "2020-11-30", Interval.WEEK, WeekStart.SUNDAY);
        assertThat(buckets.days()).containsExactly("2020-11-08", "2020-11-15", "2020-11-22", "2020-11-29");
        assertThat(buckets.labels()).containsExactly("10–14 Nov", "15–21 Nov", "22–28 Nov", "29–30 Nov");
    }

    @Test
    void weeksMayStartOnMonday() {
        Buckets buckets = buckets("2020-11-08", "2020-11-16", Interval.WEEK, WeekStart.MONDAY);
        assertThat(buckets.days()).containsExactly("2020-11-02", "2020-11-09", "2020-11-16");
        assertThat(buckets.labels()).containsExactly("8-Nov-2020", "9–15 Nov", "16-Nov-2020");
    }

    @Test
    void weekLabelsNameMonthsAndYearsWhereTheyChange() {
        assertThat(buckets("2020-11-28", "2020-12-05", Interval.WEEK, WeekStart.SUNDAY)
                        .labels())
                .containsExactly("28-Nov-2020", "29-Nov – 5-Dec");
        assertThat(buckets("2019-12-29", "2020-01-04", Interval.WEEK, WeekStart.SUNDAY)
                        .labels())
                .containsExactly("29-Dec-2019 – 4-Jan-2020");
    }

    @Test
    void theHourThatIsRepeatedIsABucketOfItsOwn() {
        ZonedDateTime now = Instant.parse("2020-10-26T00:00:00Z").atZone(ZoneId.of("Europe/Berlin"));
        DateRange range = new DateRangeRequest(
                        DateText.parse("2020-10-25").orElseThrow(),
                        DateText.parse("2020-10-25T04:00").orElseThrow(),
                        false,
                        Interval.HOUR,
                        false)
                .resolve(now);
        assertThat(new Buckets(range, Interval.HOUR, WeekStart.SUNDAY).labels())
                .containsExactly(
                        "25-Oct 00:00", "25-Oct 01:00", "25-Oct 02:00", "25-Oct 02:00", "25-Oct 03:00", "25-Oct 04:00");
    }

    @Test
    void aDayThatNeverWasIsAnEmptyBucket() {
        // Samoa went from 29 to 31 December when it crossed the date line.
        ZonedDateTime now = Instant.parse("2012-01-05T00:00:00Z").atZone(ZoneId.of("Pacific/Apia"));
        DateRange range = new DateRangeRequest(
                        DateText.parse("2011-12-29").orElseThrow(),
                        DateText.parse("2011-12-31").orElseThrow(),
                        false,
                        Interval.DAY,
                        false)
                .resolve(now);
        Buckets buckets = new Buckets(range, Interval.DAY, WeekStart.SUNDAY);
        assertThat(buckets.labels()).containsExactly("29-Dec-2011", "30-Dec-2011", "31-Dec-2011");
        assertThat(buckets.indexOf(Instant.parse("2011-12-30T09:59:59Z"))).isEqualTo(0);
        assertThat(buckets.indexOf(Instant.parse("2011-12-30T10:00:00Z"))).isEqualTo(2);
    }

    private static Buckets buckets(String from, String to, Interval interval, WeekStart weekStart) {
        return buckets(from, to, interval, weekStart, NOW);
    }

    private static Buckets buckets(String from, String to, Interval interval, WeekStart weekStart, ZonedDateTime now) {
        DateRange range = new DateRangeRequest(
                        DateText.parse(from).orElseThrow(), DateText.parse(to).orElseThrow(), false, interval, false)
                .resolve(now);
        return new Buckets(range, interval, weekStart);
    }
}
