package dev.tessera.query.resolve;

import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.query.nodes.EventSelector;
import dev.tessera.query.nodes.EventsNode;
import dev.tessera.query.nodes.NumberText;
import dev.tessera.query.nodes.PropertyFilter;
import dev.tessera.query.nodes.SeriesNode;
import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.ValueExpression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Filters and series as conditions on events (spec/queries-trends.md 4). */
final class Conditions {
    private Conditions() {}

    /** The events that a series is about, whatever its filters. */
    static Condition of(SeriesNode series) {
        return switch (series) {
            case EventsNode events ->
                switch (events.event()) {
                    case EventSelector.All it -> Condition.always();
                    case EventSelector.Named it ->
                        new Condition.OneOf(new ValueExpression.EventName(), List.of(it.name()));
                };
        };
    }

    static Condition of(PropertyFilter filter) {
        return switch (filter) {
            case PropertyFilter.Anything it -> Condition.always();
            case PropertyFilter.And it -> Condition.all(of(it.filters()));
            case PropertyFilter.Or it -> it.filters().isEmpty() ? Condition.always() : Condition.any(of(it.filters()));
            case PropertyFilter.EventProperty it -> comparison(it);
            case PropertyFilter.Unusable it -> throw new ProblemException(it.problem());
        };
    }

    private static List<Condition> of(List<PropertyFilter> filters) {
        List<Condition> conditions = new ArrayList<>();
        for (PropertyFilter filter : filters) {
            conditions.add(of(filter));
        }
        return conditions;
    }

    private static Condition comparison(PropertyFilter.EventProperty filter) {
        return switch (filter.operator()) {
            case EXACT -> Condition.any(equalities(filter, Condition.OneOf::new));
            case IS_NOT -> Condition.all(equalities(filter, Condition.NoneOf::new));
            case ICONTAINS -> new Condition.Contains(new ValueExpression.EventProperty(filter.key()), filter.values());
        };
    }

    /** Filters made by hand hold texts: "10.0" is the number 10 too, though not the text "10". */
    private static List<Condition> equalities(
            PropertyFilter.EventProperty filter, BiFunction<ValueExpression, List<String>, Condition> equality) {
        Set<String> texts = new HashSet<>(filter.values());
        List<Condition> equalities = new ArrayList<>();
        equalities.add(equality.apply(new ValueExpression.EventProperty(filter.key()), filter.values()));
        List<String> numbers = filter.values().stream()
                .flatMap(it -> NumberText.meantBy(it).stream())
                .filter(it -> !texts.contains(it))
                .distinct()
                .toList();
        if (!numbers.isEmpty()) {
            equalities.add(equality.apply(new ValueExpression.NumberProperty(filter.key()), numbers));
        }
        return equalities;
    }
}
