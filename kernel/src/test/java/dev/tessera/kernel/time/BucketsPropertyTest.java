package dev.tessera.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.property.Choices;
import dev.tessera.kernel.property.Property;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Buckets over zones, changes of the clock and intervals. */
class BucketsPropertyTest {
    private static final int RUNS = 3_000;

    /** Plain ones, half hours, jumps at midnight, a jump of half an hour, a skipped day, jumps a minute after midnight. */
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "Asia/Kolkata",
            "Asia/Tokyo",
            "America/Sao_Paulo",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "America/St_Johns",
            "Africa/Casablanca",
            "Asia/Kathmandu",
            "Pacific/Chatham");

    /** A range around a moment at which a clock changed, if it ever did, and some instants near its ends. */
    private record Sample(Buckets buckets, List<Instant> instants) {}

    @Test
    void everyInstantInRangeFallsIntoABucketThatStartsNoLaterThanIt() {
        Property.holds(RUNS, BucketsPropertyTest::sample, sample -> {
            Buckets buckets = sample.buckets();
            List<ZonedDateTime> starts = buckets.starts();
            for (Instant instant : sample.instants()) {
                long index = buckets.indexOf(instant);
                if (isInRange(buckets.range(), instant) && index >= 0 && index < buckets.count()) {
                    ZonedDateTime start = starts.get(Math.toIntExact(index));
                    // Compared by date: where the clock goes back over midnight, a day has a part before its start.
                    assertThat(
                                    buckets.interval().isElapsedTime()
                                            ? !start.toInstant().isAfter(instant)
                                            : !start.toLocalDate()
                                                    .isAfter(instant.atZone(buckets.zone())
                                                            .toLocalDate()))
                            .as("%s starts at %s", instant, start)
                            .isTrue();
                }
                if (isInRange(buckets.range(), instant) && isPlain(buckets)) {
                    assertThat(index).isBetween(0L, buckets.count() - 1);
                }
            }
        });
    }

    @Test
    void startsAreInOrderAndFallIntoTheirOwnBucket() {
        Property.holds(RUNS, BucketsPropertyTest::sample, sample -> {
            Buckets buckets = sample.buckets();
            List<ZonedDateTime> starts = buckets.starts();
            assertThat(starts).hasSize(Math.toIntExact(buckets.count())).isSorted();
            for (int i = 0; i < starts.size(); i++) {
                // The start of a day that never was is that of the next one.
                boolean existed = buckets.interval() != Interval.DAY
                        || starts.get(i)
                                .toLocalDate()
                                .equals(buckets.firstDate().plusDays(i));
                if (existed) {
                    assertThat(buckets.indexOf(starts.get(i).toInstant())).isEqualTo(i);
                }
            }
            assertThat(buckets.days()).hasSameSizeAs(starts);
            assertThat(buckets.labels()).hasSameSizeAs(starts).doesNotContainNull();
        });
    }

    @Test
    void elapsedTimeIsCutIntoEqualSteps() {
        Property.holds(RUNS, BucketsPropertyTest::sample, sample -> {
            Buckets buckets = sample.buckets();
            if (buckets.interval().isElapsedTime()) {
                List<ZonedDateTime> starts = buckets.starts();
                for (int i = 1; i < starts.size(); i++) {
                    assertThat(Duration.between(starts.get(i - 1), starts.get(i)))
                            .isEqualTo(buckets.interval().length());
                }
            }
        });
    }

    @Test
    void offsetsAsPiecesGiveTheSameWallTimeAsTheZone() {
        Property.holds(RUNS, BucketsPropertyTest::sample, sample -> {
            DateRange range = sample.buckets().range();
            ZoneId zone = sample.buckets().zone();
            ZoneOffsets offsets = ZoneOffsets.between(zone, range.lower(), range.upper());
            for (Instant instant : sample.instants()) {
                if (isInRange(range, instant)) {
                    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
                    long local = offsets.toLocalMicros(micros);
                    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(local, 86_400_000_000L));
                    assertThat(date).isEqualTo(instant.atZone(zone).toLocalDate());
                    assertThat(Math.floorMod(local, 86_400_000_000L) * 1_000)
                            .isEqualTo(instant.atZone(zone).toLocalTime().toNanoOfDay());
                }
            }
        });
    }

    /** Newfoundland used to put its clocks back over midnight, which gives a day two parts. */
    private static boolean isPlain(Buckets buckets) {
        return !buckets.zone().getId().equals("America/St_Johns");
    }

    private static boolean isInRange(DateRange range, Instant instant) {
        return !instant.isBefore(range.lower()) && instant.isBefore(range.upper());
    }

    private static Sample sample(Choices choices) {
        ZoneId zone = ZoneId.of(choices.of(ZONES));
        Interval interval = choices.of(Interval.DAY, Interval.HOUR, Interval.MINUTE, Interval.WEEK, Interval.MONTH);
        Instant now = near(anchor(zone, choices), choices, 3_600);
        String from = choices.of("-3d", "-30h", "-90M", "dStart", "-1mStart", "mStart", "-1w", "-26h", "-1q");
        String to = choices.of("", "-1h", "dEnd", "-1d");
        if (interval == Interval.MINUTE) {
            from = "-90M";
        }
        boolean explicit = choices.oneIn(4);
        boolean toTheSecond = choices.oneIn(8);
        DateRange range = request(from, to, explicit, interval, toTheSecond).resolve(now.atZone(zone));
        if (range.isBackwards()) {
            range = request(from, "", explicit, interval, toTheSecond).resolve(now.atZone(zone));
        }
        Buckets buckets = new Buckets(range, interval, choices.of(WeekStart.SUNDAY, WeekStart.MONDAY));
        Instant middle = anchor(zone, choices);
        List<Instant> instants = List.of(
                range.lower(),
                range.upper().minus(1, ChronoUnit.MICROS),
                near(range.lower(), choices, 90_000),
                near(range.upper(), choices, 90_000),
                near(middle, choices, 5_000),
                near(now, choices, 90_000));
        return new Sample(buckets, instants);
    }

    private static DateRangeRequest request(
            String from, String to, boolean explicit, Interval interval, boolean toTheSecond) {
        DateText end = to.isEmpty() ? new DateText.Absent() : DateText.parse(to).orElseThrow();
        return new DateRangeRequest(DateText.parse(from).orElseThrow(), end, explicit, interval, toTheSecond);
    }

    /** A change of the clock in the zone, or new year where there is none. */
    private static Instant anchor(ZoneId zone, Choices choices) {
        Instant year =
                LocalDate.of(2008 + choices.below(12), 1, 1).atStartOfDay(zone).toInstant();
        ZoneOffsetTransition transition = zone.getRules().nextTransition(year);
        if (transition != null && choices.oneIn(2)) {
            transition = zone.getRules().nextTransition(transition.getInstant());
        }
        return transition == null ? year : transition.getInstant();
    }

    private static Instant near(Instant anchor, Choices choices, int seconds) {
        return anchor.plusSeconds(choices.between(0, 2 * seconds) - seconds)
                .plus(choices.below(1_000_000), ChronoUnit.MICROS);
    }
}
