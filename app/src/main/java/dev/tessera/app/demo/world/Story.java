package dev.tessera.app.demo.world;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/**
 * What happened to the product in its twelve months, and when.
 *
 * @param begin the start of the first day
 * @param end the moment up to which things have happened, somewhere in the last day
 * @param campaignBegin the first day of the paid campaign, which lasts {@link #CAMPAIGN_DAYS}
 * @param launch the day on which the new feature came
 * @param outage the day on which the product was down from {@link #OUTAGE_BEGIN} to {@link #OUTAGE_END}, UTC
 */
public record Story(Instant begin, Instant end, LocalDate campaignBegin, LocalDate launch, LocalDate outage) {
    public static final int CAMPAIGN_DAYS = 35;
    public static final Duration OUTAGE_BEGIN = Duration.ofHours(13);
    public static final Duration OUTAGE_END = Duration.ofHours(18);

    private static final int DAYS_TO_CAMPAIGN = 115;
    private static final int DAYS_TO_LAUNCH = 226;
    private static final int DAYS_TO_OUTAGE = 296;

    /** The twelve months before {@code end}. */
    public static Story endingAt(Instant end) {
        LocalDate first = end.atOffset(ZoneOffset.UTC).toLocalDate().minusMonths(12);
        return new Story(
                first.atStartOfDay().toInstant(ZoneOffset.UTC),
                end,
                next(DayOfWeek.MONDAY, first.plusDays(DAYS_TO_CAMPAIGN)),
                next(DayOfWeek.TUESDAY, first.plusDays(DAYS_TO_LAUNCH)),
                next(DayOfWeek.WEDNESDAY, first.plusDays(DAYS_TO_OUTAGE)));
    }

    private static LocalDate next(DayOfWeek day, LocalDate earliest) {
        return earliest.with(TemporalAdjusters.nextOrSame(day));
    }
}
