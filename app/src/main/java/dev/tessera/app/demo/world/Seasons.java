package dev.tessera.app.demo.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/** How much goes on on each day: growth, the week, the turn of the year, campaigns, and days that are just better. */
final class Seasons {
    /** Makes a little more than half a million events of the twelve months. */
    private static final double SCALE = 0.76;

    private static final double GROWTH_PER_MONTH = 1.06;
    private static final double DAYS_PER_MONTH = 30.4;
    private static final List<Double> WEEK = List.of(1.04, 1.1, 1.08, 1.05, 0.92, 0.4, 0.46);
    private static final double AROUND_NEW_YEAR = 0.66;
    private static final double DAILY_WOBBLE = 0.14;

    private final long seed;
    private final LocalDate first;
    private final LocalDate launch;
    private final LocalDate campaignBegin;
    private final int daysBefore;
    private final double[] work;

    /** For the days from {@code daysBefore} before the first of {@code story} on. */
    Seasons(long seed, Story story, int daysBefore, int days) {
        this.seed = seed;
        this.daysBefore = daysBefore;
        this.first = story.begin().atOffset(ZoneOffset.UTC).toLocalDate();
        this.launch = story.launch();
        this.campaignBegin = story.campaignBegin();
        this.work = IntStream.range(-daysBefore, days).mapToDouble(this::workOn).toArray();
    }

    /** Visits to expect on {@code day}, counted from the first of the twelve months, by {@code channel}. */
    double visits(int day, Channel channel) {
        LocalDate date = first.plusDays(day);
        double usual = SCALE
                * channel.visitsAtFirst()
                * StrictMath.pow(GROWTH_PER_MONTH, day / DAYS_PER_MONTH)
                * WEEK.get(date.getDayOfWeek().getValue() - 1)
                * (aroundNewYear(date) ? AROUND_NEW_YEAR : 1)
                * (1 + DAILY_WOBBLE * Dice.of(seed, 1, day).wobble());
        return switch (channel) {
            case DIRECT, SEARCH, SEARCH_ADS, REVIEWS, COMMUNITY -> usual;
            case ASSISTANT -> usual * StrictMath.pow(GROWTH_PER_MONTH, 1.5 * day / DAYS_PER_MONTH);
            case PAID_SOCIAL -> usual * (duringCampaign(date) ? 13 : 1);
            case NEWSLETTER -> usual * afterNewsletter(date);
            case LAUNCH -> SCALE * afterLaunch(date);
        };
    }

    /** How likely somebody works on {@code day}, compared with an ordinary working day. */
    double work(int day) {
        return work[day + daysBefore];
    }

    private double workOn(int day) {
        LocalDate date = first.plusDays(day);
        boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return (weekend ? 0.16 : WEEK.get(date.getDayOfWeek().getValue() - 1))
                * (aroundNewYear(date) ? AROUND_NEW_YEAR : 1)
                * (1 + DAILY_WOBBLE * Dice.of(seed, 2, day).wobble());
    }

    private static boolean aroundNewYear(LocalDate date) {
        return (date.getMonth() == Month.DECEMBER && date.getDayOfMonth() >= 24)
                || (date.getMonth() == Month.JANUARY && date.getDayOfMonth() == 1);
    }

    private boolean duringCampaign(LocalDate date) {
        return !date.isBefore(campaignBegin) && date.isBefore(campaignBegin.plusDays(Story.CAMPAIGN_DAYS));
    }

    /** It goes out on the first Tuesday of a month, and most read it then. */
    private static double afterNewsletter(LocalDate date) {
        LocalDate sent = date.with(TemporalAdjusters.firstInMonth(DayOfWeek.TUESDAY));
        return switch ((int) ChronoUnit.DAYS.between(sent, date)) {
            case 0 -> 9;
            case 1 -> 5;
            case 2 -> 3;
            default -> 1;
        };
    }

    private double afterLaunch(LocalDate date) {
        long days = ChronoUnit.DAYS.between(launch, date);
        return days < 0 ? 0 : 42 * StrictMath.exp(-days / 7.0) + 2;
    }
}
