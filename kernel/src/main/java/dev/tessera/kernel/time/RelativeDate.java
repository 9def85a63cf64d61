package dev.tessera.kernel.time;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date counted back from now, such as {@code -7d} or {@code -1mStart} (spec/queries-trends.md 3.2).
 *
 * @param amount how many units back, 0 to 999,999
 */
public record RelativeDate(int amount, Unit unit, Position position) {
    private static final Pattern GRAMMAR = Pattern.compile("-?([0-9]{1,6})?([hdwmqysHDWMQYS])(Start|End)?");

    /** What is counted. Hours and shorter are elapsed time; the others move the wall clock. */
    public enum Unit {
        SECOND,
        MINUTE,
        HOUR,
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /** Where inside the unit the date lies. */
    public enum Position {
        /** As far into it as now is. */
        SAME,
        /** At its start. */
        START,
        /** At its end. */
        END
    }

    /** Reads {@code text}; empty when it is no relative date. */
    public static Optional<RelativeDate> parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int amount = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        Unit unit = unit(matcher.group(2).charAt(0));
        Position position = matcher.group(3) == null
                ? Position.SAME
                : matcher.group(3).equals("Start") ? Position.START : Position.END;
        boolean hasEnds = unit == Unit.HOUR || unit == Unit.DAY || unit == Unit.MONTH || unit == Unit.YEAR;
        return position == Position.SAME || hasEnds
                ? Optional.of(new RelativeDate(amount, unit, position))
                : Optional.empty();
    }

    private static Unit unit(char letter) {
        return switch (letter) {
            case 'h', 'H' -> Unit.HOUR;
            case 'd', 'D' -> Unit.DAY;
            case 'w', 'W' -> Unit.WEEK;
            case 'm' -> Unit.MONTH;
            case 'M' -> Unit.MINUTE;
            case 'q', 'Q' -> Unit.QUARTER;
            case 'y', 'Y' -> Unit.YEAR;
            case 's', 'S' -> Unit.SECOND;
            default -> throw new IllegalArgumentException("No unit is called " + letter);
        };
    }

    /** The date seen from {@code now}, in the zone of {@code now}. */
    public ZonedDateTime from(ZonedDateTime now) {
        ZonedDateTime moved = back(now);
        return switch (position) {
            case SAME -> moved;
            case START -> start(moved);
            case END -> end(moved);
        };
    }

    private ZonedDateTime back(ZonedDateTime now) {
        return switch (unit) {
            case SECOND -> now.minusSeconds(amount);
            case MINUTE -> now.minusMinutes(amount);
            case HOUR -> now.minusHours(amount);
            case DAY -> now.minusDays(amount);
            case WEEK -> now.minusWeeks(amount);
            case MONTH -> now.minusMonths(amount);
            case QUARTER -> now.minusWeeks(13L * amount);
            case YEAR -> now.minusYears(amount);
        };
    }

    private ZonedDateTime start(ZonedDateTime date) {
        return switch (unit) {
            case HOUR -> date.truncatedTo(ChronoUnit.HOURS);
            case DAY -> WallTime.startOfDay(date.toLocalDate(), date.getZone());
            case MONTH -> date.withDayOfMonth(1);
            case YEAR -> date.withDayOfYear(1);
            case SECOND, MINUTE, WEEK, QUARTER -> date;
        };
    }

    private ZonedDateTime end(ZonedDateTime date) {
        return switch (unit) {
            case HOUR -> date.withMinute(59).withSecond(59).withNano(999_999_000);
            case DAY -> WallTime.endOfDay(date.toLocalDate(), date.getZone());
            // The end of a year only moves the day, not the month: what clients have come to rely on.
            case MONTH, YEAR -> date.with(TemporalAdjusters.lastDayOfMonth());
            case SECOND, MINUTE, WEEK, QUARTER -> date;
        };
    }
}
