package dev.tessera.kernel.time;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names of buckets as clients know them (spec/queries-trends.md 3.8), in English whatever the locale. */
final class BucketTexts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private BucketTexts() {}

    /** {@code 2020-01-09}. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** {@code 2020-01-09 13:00:00}. */
    static String dayTime(ZonedDateTime start) {
        return DAY_TIME.format(start);
    }

    /** {@code 9-Jan 13:00}. */
    static String time(ZonedDateTime start) {
        return shortDate(start.toLocalDate()) + " " + CLOCK.format(start);
    }

    /** {@code 9-Jan-2020}. */
    static String date(LocalDate date) {
        return shortDate(date) + "-" + date.getYear();
    }

    /** {@code Jan 2020}. */
    static String month(LocalDate date) {
        return monthName(date) + " " + date.getYear();
    }

    /** A week or what is left of it, from {@code first} to {@code last}, both included. */
    static String week(LocalDate first, LocalDate last) {
        if (!first.isBefore(last)) {
            return date(first);
        }
        if (first.getYear() != last.getYear()) {
            return date(first) + " – " + date(last);
        }
        if (first.getMonth() != last.getMonth()) {
            return shortDate(first) + " – " + shortDate(last);
        }
        return first.getDayOfMonth() + "–" + last.getDayOfMonth() + " " + monthName(first);
    }

    private static String shortDate(LocalDate date) {
        return date.getDayOfMonth() + "-" + monthName(date);
    }

    private static String monthName(LocalDate date) {
        return MONTHS[date.getMonthValue() - 1];
    }
}
