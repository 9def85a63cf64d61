package dev.tessera.query.reference;

import dev.tessera.kernel.time.DateRange;
import dev.tessera.kernel.time.Interval;
import dev.tessera.query.QueryScope;
import dev.tessera.query.nodes.BreakdownFilter;
import dev.tessera.query.nodes.Display;
import dev.tessera.query.nodes.EventSelector;
import dev.tessera.query.nodes.EventsNode;
import dev.tessera.query.nodes.PropertyFilter;
import dev.tessera.query.nodes.SeriesMath;
import dev.tessera.query.nodes.SeriesNode;
import dev.tessera.query.nodes.TrendsQuery;
import dev.tessera.query.plan.Breakdown;
import dev.tessera.query.plan.LongText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Answers trends queries straight from spec/queries-trends.md: no plan, no arithmetic on microseconds, every event
 * looked at with the calendar of the JDK. Only the range comes from the product, which tests it by itself.
 */
public final class ReferenceTrends {
    private final TrendsQuery query;
    private final QueryScope scope;
    private final List<PlainEvent> events;

    private ReferenceTrends(TrendsQuery query, QueryScope scope, List<PlainEvent> events) {
        this.query = query;
        this.scope = scope;
        this.events = events.stream()
                .filter(it -> it.project().equals(scope.project()))
                .toList();
    }

    /**
     * A series of the answer.
     *
     * @param breakdown empty without a breakdown
     * @param numbers one for each bucket, or one in all
     */
    public record Line(int series, List<String> breakdown, List<Double> numbers) {
        double total() {
            return numbers.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** The answer to {@code query}, in the order of its results. */
    public static List<Line> answer(TrendsQuery query, QueryScope scope, List<PlainEvent> events) {
        ReferenceTrends reference = new ReferenceTrends(query, scope, events);
        DateRange range = reference.range();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < query.series().size(); i++) {
            lines.addAll(reference.lines(i, range));
        }
        return lines;
    }

    private DateRange range() {
        Optional<Instant> earliest = events.stream()
                .filter(it -> !it.timestamp().isBefore(Instant.parse("1980-01-01T00:00:00Z")))
                .filter(it -> query.series().stream().anyMatch(series -> isOf(series, it)))
                .map(PlainEvent::timestamp)
                .min(Comparator.naturalOrder());
        ZonedDateTime now = scope.now().atZone(scope.zone());
        return earliest.isPresent()
                ? query.dateRange().resolve(now, earliest.get())
                : query.dateRange().resolve(now);
    }

    private List<Line> lines(int index, DateRange range) {
        SeriesNode series = query.series().get(index);
        TreeMap<String, List<PlainEvent>> byValue =
                new TreeMap<>(Comparator.comparing(it -> it.codePoints().toArray(), Arrays::compare));
        for (PlainEvent event : events) {
            if (isIn(range, event) && isOf(series, event) && passes(series, event)) {
                byValue.computeIfAbsent(breakdownValue(event), it -> new ArrayList<>())
                        .add(event);
            }
        }
        if (query.breakdown() instanceof BreakdownFilter.None) {
            return List.of(line(index, List.of(), byValue.getOrDefault("", List.of()), range));
        }
        List<Line> ranked = new ArrayList<>();
        byValue.forEach((value, members) -> {
            Line line = line(index, List.of(value), members, range);
            // Only the hour that belongs to a day outside the range is in range and in no bucket.
            if (line.total() > 0) {
                ranked.add(line);
            }
        });
        ranked.sort(Comparator.<Line, Boolean>comparing(it -> it.breakdown().contains(Breakdown.NONE))
                .thenComparing(Line::total, Comparator.reverseOrder()));
        return cut(index, ranked);
    }

    private List<Line> cut(int index, List<Line> ranked) {
        if (!(query.breakdown() instanceof BreakdownFilter.ByEventProperties breakdown)) {
            return ranked;
        }
        int limit = query.display() == Display.WORLD_MAP ? 250 : breakdown.limit();
        if (ranked.size() <= limit) {
            return ranked;
        }
        List<Line> kept = new ArrayList<>(ranked.subList(0, limit));
        if (!breakdown.hideOther()) {
            List<Double> sums = new ArrayList<>();
            for (int i = 0; i < ranked.getFirst().numbers().size(); i++) {
                double sum = 0;
                for (Line line : ranked.subList(limit, ranked.size())) {
                    sum += line.numbers().get(i);
                }
                sums.add(sum);
            }
            kept.add(new Line(index, List.of(Breakdown.OTHER), sums));
        }
        return kept;
    }

    private Line line(int index, List<String> breakdown, List<PlainEvent> members, DateRange range) {
        SeriesMath math = query.series().get(index).math();
        if (query.display().shape() == Display.Shape.TOTAL_VALUE) {
            return new Line(index, breakdown, List.of(count(math, members)));
        }
        List<Double> numbers = new ArrayList<>();
        // Where clocks move by half an hour, hours of elapsed time stop being hours of the clock.
        ZonedDateTime last = isElapsedTime() ? range.to() : truncate(range.to());
        for (ZonedDateTime bucket = truncate(range.from()); !bucket.isAfter(last); bucket = next(bucket)) {
            ZonedDateTime start = bucket;
            numbers.add(count(
                    math,
                    members.stream().filter(it -> isIn(start, it.timestamp())).toList()));
        }
        return new Line(index, breakdown, numbers);
    }

    private static double count(SeriesMath math, List<PlainEvent> members) {
        return switch (math) {
            case TOTAL -> members.size();
            case DAU -> members.stream().map(PlainEvent::person).distinct().count();
        };
    }

    /** The start of a bucket; for days and longer a date in UTC, where every day has a midnight. */
    private ZonedDateTime truncate(ZonedDateTime time) {
        LocalDate date = time.toLocalDate();
        return switch (query.interval()) {
            case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> utc(date);
            case WEEK -> utc(scope.weekStart().startOf(date));
            case MONTH -> utc(date.withDayOfMonth(1));
        };
    }

    private boolean isElapsedTime() {
        return query.interval() == Interval.MINUTE || query.interval() == Interval.HOUR;
    }

    private static ZonedDateTime utc(LocalDate date) {
        return date.atStartOfDay(ZoneId.of("UTC"));
    }

    private ZonedDateTime next(ZonedDateTime bucket) {
        return switch (query.interval()) {
            case MINUTE -> bucket.plusMinutes(1);
            case HOUR -> bucket.plusHours(1);
            case DAY -> bucket.plusDays(1);
            case WEEK -> bucket.plusWeeks(1);
            case MONTH -> bucket.plusMonths(1);
        };
    }

    private boolean isIn(ZonedDateTime bucket, Instant instant) {
        if (isElapsedTime()) {
            return !instant.isBefore(bucket.toInstant())
                    && instant.isBefore(next(bucket).toInstant());
        }
        return truncate(instant.atZone(scope.zone())).equals(bucket);
    }

    private static boolean isIn(DateRange range, PlainEvent event) {
        return !event.timestamp().isBefore(range.lower()) && event.timestamp().isBefore(range.upper());
    }

    private static boolean isOf(SeriesNode series, PlainEvent event) {
        return switch (series) {
            case EventsNode node ->
                switch (node.event()) {
                    case EventSelector.All it -> true;
                    case EventSelector.Named it -> it.name().equals(event.event());
                };
        };
    }

    private boolean passes(SeriesNode series, PlainEvent event) {
        return passes(series.filter(), event)
                && passes(query.filter(), event)
                && (!query.filterTestAccounts()
                        || scope.testAccountFilters().stream().allMatch(it -> passes(it, event)));
    }

    private static boolean passes(PropertyFilter filter, PlainEvent event) {
        return switch (filter) {
            case PropertyFilter.Anything it -> true;
            case PropertyFilter.And it -> it.filters().stream().allMatch(part -> passes(part, event));
            case PropertyFilter.Or it ->
                it.filters().isEmpty() || it.filters().stream().anyMatch(part -> passes(part, event));
            case PropertyFilter.EventProperty it -> passes(it, event);
            case PropertyFilter.Unusable it -> throw new IllegalArgumentException("No answer: " + it);
        };
    }

    private static boolean passes(PropertyFilter.EventProperty filter, PlainEvent event) {
        Optional<String> value = StoredText.property(event, filter.key());
        return switch (filter.operator()) {
            case EXACT -> filter.values().stream().anyMatch(it -> StoredText.equal(event, filter.key(), it));
            case IS_NOT -> filter.values().stream().noneMatch(it -> StoredText.equal(event, filter.key(), it));
            case ICONTAINS ->
                value.isPresent() && filter.values().stream().anyMatch(it -> StoredText.contains(value.get(), it));
        };
    }

    private String breakdownValue(PlainEvent event) {
        return switch (query.breakdown()) {
            case BreakdownFilter.None it -> "";
            case BreakdownFilter.ByEventProperties it -> {
                BreakdownFilter.Property property = it.properties().getFirst();
                Optional<String> value =
                        StoredText.property(event, property.key()).map(LongText::label);
                if (property.normalizeUrl()) {
                    value = value.map(StoredText::trimmedUrl);
                }
                yield value.filter(text -> !text.isEmpty()).orElse(Breakdown.NONE);
            }
        };
    }
}
