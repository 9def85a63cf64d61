package dev.tessera.app.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What somebody would look for in the charts of a product that does well. */
class HistoryShapeTest {
    private static final World WORLD = Histories.endingAt("2026-07-15T14:20:00Z");
    private static final Story STORY = WORLD.story();
    private static final BitSet NEVER = new BitSet();

    /** An event without its properties: all of them at once are more than a test should keep. */
    private record Trace(String event, int person, boolean member, Instant at) {}

    private static final List<Trace> TRACES = WORLD.history()
            .deeds()
            .map(it -> new Trace(it.event(), it.person(), it.distinctId().startsWith("user_"), it.timestamp()))
            .toList();

    @Test
    void growsInEveryQuarterByAboutSixPercentAMonth() {
        List<Long> quarters = new ArrayList<>();
        for (int quarter = 0; quarter < 4; quarter++) {
            LocalDate from = firstDay().plusDays(91L * quarter);
            quarters.add(count(it -> !date(it).isBefore(from) && date(it).isBefore(from.plusDays(91))));
        }
        assertThat(quarters).isSorted();
        double monthly = Math.pow(quarters.getLast() / (double) quarters.getFirst(), 1 / 9.0);
        assertThat(monthly).isBetween(1.04, 1.09);
    }

    @Test
    void restsAtTheWeekend() {
        Map<DayOfWeek, Long> days =
                TRACES.stream().collect(Collectors.groupingBy(it -> date(it).getDayOfWeek(), Collectors.counting()));
        long least = IntStream.rangeClosed(1, 5)
                .mapToLong(day -> days.get(DayOfWeek.of(day)))
                .min()
                .orElseThrow();
        assertThat(days.get(DayOfWeek.SATURDAY)).isBetween(least / 6, least / 2);
        assertThat(days.get(DayOfWeek.SUNDAY)).isBetween(least / 6, least / 2);
    }

    @Test
    void hasNoDayThatStandsOutFromTheSameWeekdaysAroundIt() {
        Map<LocalDate, Long> days = perDay(it -> true);
        for (LocalDate day = firstDay().plusDays(7); day.isBefore(lastDay().minusDays(7)); day = day.plusDays(1)) {
            double around = (on(days, day.minusDays(7)) + on(days, day.plusDays(7))) / 2.0;
            boolean quiet = day.equals(STORY.outage()) || nearNewYear(day);
            assertThat(on(days, day) / around).as("%s", day).isBetween(quiet ? 0.4 : 0.65, 1.6);
        }
    }

    @Test
    void losesMostOfThoseWhoSignUpOnTheWayToASubscription() {
        List<String> steps = List.of("signed up", "document created", "teammate invited", "plan upgraded");
        Map<Integer, Integer> reached = new HashMap<>();
        for (Trace trace : TRACES) {
            int step = reached.getOrDefault(trace.person, 0);
            if (step < steps.size() && trace.event.equals(steps.get(step))) {
                reached.put(trace.person, step + 1);
            }
        }
        double all = reached.size();
        assertThat(share(reached, 2) / all).isCloseTo(0.38, within(0.02));
        assertThat(share(reached, 3) / all).isCloseTo(0.21, within(0.02));
        assertThat(share(reached, 4) / all).isCloseTo(0.09, within(0.015));
    }

    @Test
    void keepsFewerOfACohortEveryWeekButSomeForGood() {
        double[] retention = retention(12);
        for (int week = 1; week < retention.length; week++) {
            assertThat(retention[week]).as("week %d", week).isLessThan(retention[week - 1] + 0.005);
        }
        assertThat(retention[0]).isEqualTo(1);
        assertThat(retention[1]).isBetween(0.4, 0.6);
        assertThat(retention[11]).isBetween(0.12, 0.25);
        assertThat(retention[1] - retention[3]).isGreaterThan(4 * (retention[9] - retention[11]));
    }

    @Test
    void hasTheNewFeatureFromItsLaunchOnAndMoreAndMoreOfIt() {
        Map<LocalDate, Long> used = perDay(it -> it.event.equals("smart summary used"));
        assertThat(used.keySet()).noneMatch(day -> day.isBefore(STORY.launch()));
        assertThat(week(used, STORY.launch())).isPositive();
        assertThat(week(used, STORY.launch().plusWeeks(3))).isGreaterThan(2 * week(used, STORY.launch()));
        assertThat(week(used, STORY.launch().plusWeeks(10)))
                .isGreaterThan(week(used, STORY.launch().plusWeeks(3)));
    }

    @Test
    void showsErrorsAndLittleElseWhileItIsDown() {
        Map<LocalDate, Long> errors = perDay(it -> it.event.equals("error shown"));
        Map<LocalDate, Long> all = perDay(it -> true);
        LocalDate day = STORY.outage();
        assertThat(on(errors, day)).isGreaterThan(8 * on(errors, day.minusDays(7)));
        assertThat(on(all, day)).isLessThan(on(all, day.minusDays(7)) * 8 / 10);
        assertThat(on(all, day.plusDays(7))).isGreaterThan(on(all, day) * 11 / 10);
    }

    private static double share(Map<Integer, Integer> reached, int steps) {
        return reached.values().stream().filter(it -> it >= steps).count();
    }

    /** For each week after somebody joined, how many of those were active for whom it has passed. */
    private static double[] retention(int weeks) {
        Map<Integer, Instant> joined = new LinkedHashMap<>();
        Map<Integer, BitSet> active = new HashMap<>();
        for (Trace trace : TRACES) {
            if (trace.event.equals("signed up") || trace.event.equals("invite accepted")) {
                joined.put(trace.person, trace.at);
            }
            Instant since = joined.get(trace.person);
            if (since != null && trace.member && !trace.event.equals("invoice paid")) {
                int week = (int) ((trace.at.getEpochSecond() - since.getEpochSecond()) / (7 * 86_400));
                active.computeIfAbsent(trace.person, _ -> new BitSet()).set(week);
            }
        }
        double[] retention = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            Instant latest = STORY.end().minusSeconds((week + 1L) * 7 * 86_400);
            int number = week;
            List<Integer> cohort = joined.entrySet().stream()
                    .filter(it -> it.getValue().isBefore(latest))
                    .map(Map.Entry::getKey)
                    .toList();
            long stayed = cohort.stream()
                    .filter(it -> active.getOrDefault(it, NEVER).get(number))
                    .count();
            retention[week] = stayed / (double) cohort.size();
        }
        return retention;
    }

    private static Map<LocalDate, Long> perDay(Predicate<Trace> wanted) {
        return TRACES.stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(HistoryShapeTest::date, Collectors.counting()));
    }

    private static long on(Map<LocalDate, Long> days, LocalDate day) {
        return days.getOrDefault(day, 0L);
    }

    private static long week(Map<LocalDate, Long> days, LocalDate from) {
        return IntStream.range(0, 7)
                .mapToLong(day -> on(days, from.plusDays(day)))
                .sum();
    }

    private static long count(Predicate<Trace> wanted) {
        return TRACES.stream().filter(wanted).count();
    }

    private static boolean nearNewYear(LocalDate day) {
        int ofYear = day.getDayOfYear();
        return ofYear > 350 || ofYear < 12;
    }

    private static LocalDate date(Trace trace) {
        return trace.at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static LocalDate firstDay() {
        return STORY.begin().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static LocalDate lastDay() {
        return STORY.end().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
