package dev.tessera.app.demo.world;

import java.time.ZoneOffset;

/** Lets members work with the product, day by day, until they leave it or the story ends. */
final class Work {
    private static final int DOCUMENTS = 4_000;
    private static final double ADOPTION_DAYS = 24;
    private static final double SHARE_OF_SUMMARIES = 0.13;
    private static final double AGAIN_ON_A_DAY = 0.16;
    private static final double ANOTHER_ACTION = 0.73;
    private static final int MOST_ACTIONS = 24;
    private static final double SECONDS_BETWEEN = 95;
    private static final double STAYS_AWAY_IN_OUTAGE = 0.72;
    private static final double LEAVES_ANYWAY_DAYS = 900;
    private static final long DAY_MILLIS = 86_400_000;

    private final Seasons seasons;
    private final Hours hours;
    private final Timeline.Builder out;
    private final int lastDay;
    private final long launchAt;
    private final long outageBegin;
    private final long outageEnd;

    Work(Story story, Seasons seasons, Hours hours, Timeline.Builder out, int lastDay) {
        this.seasons = seasons;
        this.hours = hours;
        this.out = out;
        this.lastDay = lastDay;
        this.launchAt = story.launch().atTime(9, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
        long outage = story.outage().atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        this.outageBegin = outage + Story.OUTAGE_BEGIN.toMillis();
        this.outageEnd = outage + Story.OUTAGE_END.toMillis();
    }

    /** Whether the product is down at {@code at}. */
    boolean isDown(long at) {
        return at >= outageBegin && at < outageEnd;
    }

    /** {@code member} works from the day after {@code since} on, at most until the day before {@code end}. */
    void live(Visitor member, Habit habit, long since, long end, Dice dice) {
        int first = hours.day(since, member.place()) + 1;
        double stays = dice.waiting(dice.happens(habit.loyalty()) ? LEAVES_ANYWAY_DAYS : habit.patience());
        double untilCompanyEnds = (end - since) / (double) DAY_MILLIS;
        int last = (int) Math.min(lastDay, first + Math.min(stays, untilCompanyEnds));
        double diligence = habit.diligence() * (1 + 0.5 * dice.wobble());
        long adoptsAt = dice.happens(habit.adoption())
                ? launchAt + (long) (dice.waiting(ADOPTION_DAYS) * DAY_MILLIS)
                : Long.MAX_VALUE;
        for (int day = first; day <= last; day++) {
            if (dice.happens(diligence * seasons.work(day))) {
                int sessions = 1 + dice.streak(AGAIN_ON_A_DAY, 2);
                for (int i = 0; i < sessions; i++) {
                    work(member, habit, adoptsAt, hours.working(day, member.place(), dice), dice);
                }
            }
        }
    }

    private void work(Visitor member, Habit habit, long adoptsAt, long begin, Dice dice) {
        if (isDown(begin)) {
            meetOutage(member, begin, dice);
            return;
        }
        long at = begin;
        out.add(member, Kind.PAGE_VIEWED, Detail.page(Page.WORKSPACE, false), at, begin);
        int actions = 1 + dice.streak(ANOTHER_ACTION, MOST_ACTIONS);
        for (int i = 0; i < actions; i++) {
            at += 2_000 + (long) (dice.waiting(SECONDS_BETWEEN) * 1_000);
            boolean summary = dice.happens(SHARE_OF_SUMMARIES) && begin >= adoptsAt;
            Kind kind = summary ? Kind.SUMMARY_USED : habit.actions().draw(dice);
            out.add(member, kind, dice.below(DOCUMENTS), at, begin);
        }
    }

    private void meetOutage(Visitor member, long begin, Dice dice) {
        if (dice.happens(STAYS_AWAY_IN_OUTAGE)) {
            return;
        }
        long at = begin;
        int attempts = 1 + dice.streak(0.5, 4);
        for (int i = 0; i < attempts; i++) {
            out.add(member, Kind.ERROR_SHOWN, Detail.outage(dice.below(DOCUMENTS)), at, begin);
            at += 1_000 + dice.below(20_000);
        }
    }
}
