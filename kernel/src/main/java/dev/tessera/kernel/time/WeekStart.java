package dev.tessera.kernel.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The first day of the week, a setting of the project (spec/queries-trends.md 3.4). */
public enum WeekStart {
    /** Weeks run from Sunday to Saturday: the default. */
    SUNDAY(DayOfWeek.SUNDAY),
    /** Weeks run from Monday to Sunday. */
    MONDAY(DayOfWeek.MONDAY);

    private final DayOfWeek day;

    WeekStart(DayOfWeek day) {
        this.day = day;
    }

    /** The setting behind a project's {@code week_start_day}: 1 is Monday, everything else Sunday. */
    public static WeekStart ofNumber(int weekStartDay) {
        return weekStartDay == 1 ? MONDAY : SUNDAY;
    }

    /** The first day of the week that {@code date} belongs to. */
    public LocalDate startOf(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(day));
    }
}
