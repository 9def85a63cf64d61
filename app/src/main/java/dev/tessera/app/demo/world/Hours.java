package dev.tessera.app.demo.world;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Times of the day as people live them, in their own zone. */
final class Hours {
    private static final List<Double> OF_WORK = List.of(
            0.1, 0.0, 0.0, 0.0, 0.0, 0.1, 0.5, 2.0, 6.0, 11.0, 12.0, 11.0, 6.0, 8.0, 11.0, 11.0, 9.0, 6.0, 3.0, 1.5,
            1.5, 1.2, 0.7, 0.3);
    private static final List<Double> OF_READING = List.of(
            1.0, 0.5, 0.3, 0.2, 0.2, 0.5, 1.5, 3.0, 5.0, 7.0, 8.0, 7.5, 6.5, 6.5, 7.0, 7.0, 6.5, 6.0, 5.0, 5.0, 5.5,
            5.5, 4.0, 2.0);
    private static final int HOUR_MILLIS = 3_600_000;

    private static final Weighted<Integer> WORKING = weighted(OF_WORK);
    private static final Weighted<Integer> READING = weighted(OF_READING);

    private final long firstDay;
    private final int daysBefore;
    private final List<int[]> offsets = new ArrayList<>();

    /** For the days from {@code daysBefore} before the first of {@code story} on. */
    Hours(Story story, int daysBefore, int days) {
        this.firstDay = story.begin().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
        this.daysBefore = daysBefore;
        for (Place place : Place.ALL) {
            offsets.add(offsets(place, firstDay - daysBefore, daysBefore + days));
        }
    }

    private static int[] offsets(Place place, long firstDay, int days) {
        return IntStream.range(0, days)
                .map(day -> place.zone()
                                .getRules()
                                .getOffset(LocalDate.ofEpochDay(firstDay + day).atTime(LocalTime.NOON))
                                .getTotalSeconds()
                        * 1_000)
                .toArray();
    }

    private static Weighted<Integer> weighted(List<Double> hours) {
        return new Weighted<>(IntStream.range(0, hours.size()).boxed().toList(), hours::get);
    }

    /** A time of {@code day} at which somebody at {@code place} works, in milliseconds since 1970. */
    long working(int day, Place place, Dice dice) {
        return at(day, place, WORKING.draw(dice), dice);
    }

    /** A time of {@code day} at which somebody at {@code place} looks around in the web. */
    long reading(int day, Place place, Dice dice) {
        return at(day, place, READING.draw(dice), dice);
    }

    /** The day of {@code millis} at {@code place}. */
    int day(long millis, Place place) {
        int utc = Math.toIntExact(Math.floorDiv(millis, 24L * HOUR_MILLIS) - firstDay);
        return Math.toIntExact(Math.floorDiv(millis + offset(utc, place), 24L * HOUR_MILLIS) - firstDay);
    }

    private long at(int day, Place place, int hour, Dice dice) {
        long local = (firstDay + day) * 24L * HOUR_MILLIS + (long) hour * HOUR_MILLIS + dice.below(HOUR_MILLIS);
        return local - offset(day, place);
    }

    private int offset(int day, Place place) {
        int[] known = offsets.get(place.ordinal());
        return known[Math.clamp(day + daysBefore, 0, known.length - 1)];
    }
}
