package dev.tessera.query.reference;

import dev.tessera.kernel.id.PersonId;
import dev.tessera.query.plan.Aggregation;
import dev.tessera.query.plan.Breakdown;
import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.EarliestPlan;
import dev.tessera.query.plan.LongText;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.plan.ValueExpression;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers plans from a list of events, the way every event store has to. */
public final class PlanInterpreter {
    private final List<PlainEvent> events;

    public PlanInterpreter(List<PlainEvent> events) {
        this.events = List.copyOf(events);
    }

    private record Group(long bucket, List<String> breakdown) {}

    /** The rows that answer {@code plan}, by bucket and then breakdown. */
    public List<SeriesRow> series(SeriesPlan plan) {
        Map<Group, List<PlainEvent>> groups = new HashMap<>();
        for (PlainEvent event : events) {
            long bucket = plan.grouping().bucketOf(ChronoUnit.MICROS.between(Instant.EPOCH, event.timestamp()));
            if (event.project().equals(plan.project())
                    && plan.time().contains(event.timestamp())
                    && holds(plan.condition(), event)
                    && bucket >= 0
                    && bucket < plan.grouping().count()) {
                List<String> values = plan.breakdown().values().stream()
                        .map(it ->
                                label(it, event).filter(text -> !text.isEmpty()).orElse(Breakdown.NONE))
                        .toList();
                groups.computeIfAbsent(new Group(bucket, values), it -> new ArrayList<>())
                        .add(event);
            }
        }
        List<SeriesRow> rows = new ArrayList<>();
        groups.forEach((group, members) ->
                rows.add(new SeriesRow(group.bucket(), group.breakdown(), aggregate(plan.aggregation(), members))));
        return sorted(plan.breakdown().isNone() ? rows : cut(rows, plan.breakdown()));
    }

    /** When the first event happened that {@code plan} asks for. */
    public Optional<Instant> earliest(EarliestPlan plan) {
        return events.stream()
                .filter(it -> it.project().equals(plan.project()))
                .filter(it -> !it.timestamp().isBefore(plan.notBefore()))
                .filter(it -> holds(plan.condition(), it))
                .map(PlainEvent::timestamp)
                .min(Comparator.naturalOrder());
    }

    /** {@code rows} in the order in which {@link #series} gives them, to compare the answer of an engine. */
    public static List<SeriesRow> sorted(List<SeriesRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingLong(SeriesRow::bucket)
                        .thenComparing(it -> it.breakdown().toString()))
                .toList();
    }

    private static double aggregate(Aggregation aggregation, List<PlainEvent> events) {
        return switch (aggregation) {
            case Aggregation.CountEvents it -> events.size();
            case Aggregation.CountPersons it -> {
                HashSet<PersonId> persons = new HashSet<>();
                events.forEach(event -> persons.add(event.person()));
                yield persons.size();
            }
        };
    }

    private static List<SeriesRow> cut(List<SeriesRow> rows, Breakdown breakdown) {
        Map<List<String>, Double> totals = new HashMap<>();
        rows.forEach(it -> totals.merge(it.breakdown(), it.value(), Double::sum));
        List<List<String>> kept = totals.keySet().stream()
                .sorted(Comparator.<List<String>, Boolean>comparing(it -> it.contains(Breakdown.NONE))
                        .thenComparingDouble(it -> -totals.getOrDefault(it, 0.0))
                        .thenComparing(
                                it -> it.stream().map(PlanInterpreter::utf32).collect(Collectors.joining(" "))))
                .limit(breakdown.limit())
                .toList();
        List<String> other = Collections.nCopies(breakdown.values().size(), Breakdown.OTHER);
        Map<Group, Double> values = new HashMap<>();
        for (SeriesRow row : rows) {
            List<String> name = kept.contains(row.breakdown()) ? row.breakdown() : other;
            values.merge(new Group(row.bucket(), name), row.value(), Double::sum);
        }
        List<SeriesRow> result = new ArrayList<>();
        values.forEach((group, value) -> result.add(new SeriesRow(group.bucket(), group.breakdown(), value)));
        return result;
    }

    /** A text that sorts by code points. */
    private static String utf32(String text) {
        StringBuilder hex = new StringBuilder();
        text.codePoints().forEach(it -> hex.append(String.format("%06x", it)));
        return hex.toString();
    }

    private static boolean holds(Condition condition, PlainEvent event) {
        return switch (condition) {
            case Condition.And it -> it.parts().stream().allMatch(part -> holds(part, event));
            case Condition.Or it -> it.parts().stream().anyMatch(part -> holds(part, event));
            case Condition.OneOf it ->
                value(it.value(), event).filter(it.texts()::contains).isPresent();
            case Condition.NoneOf it ->
                value(it.value(), event).filter(it.texts()::contains).isEmpty();
            case Condition.Contains it -> {
                Optional<String> value = value(it.value(), event);
                yield value.isPresent() && it.texts().stream().anyMatch(part -> StoredText.contains(value.get(), part));
            }
        };
    }

    /** Of a long URL the label's end is no part of, so that nothing is trimmed. */
    private static Optional<String> label(ValueExpression expression, PlainEvent event) {
        return switch (expression) {
            case ValueExpression.EventName _, ValueExpression.EventProperty _, ValueExpression.NumberProperty _ ->
                value(expression, event).map(LongText::label);
            case ValueExpression.TrimmedUrl it -> label(it.url(), event).map(StoredText::trimmedUrl);
        };
    }

    private static Optional<String> value(ValueExpression expression, PlainEvent event) {
        return switch (expression) {
            case ValueExpression.EventName it -> Optional.of(event.event());
            case ValueExpression.EventProperty it -> StoredText.property(event, it.key());
            case ValueExpression.NumberProperty it -> StoredText.number(event, it.key());
            case ValueExpression.TrimmedUrl it -> value(it.url(), event).map(StoredText::trimmedUrl);
        };
    }
}
