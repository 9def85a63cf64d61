package dev.tessera.query.nodes;

import dev.tessera.kernel.problem.Problem;
import java.util.List;

/** A condition on events as a query states it (spec/queries-trends.md 4). */
public sealed interface PropertyFilter {
    /** True for every event: what an incomplete filter means. */
    record Anything() implements PropertyFilter {}

    /** All of {@code filters}; true without any. */
    record And(List<PropertyFilter> filters) implements PropertyFilter {
        public And {
            filters = List.copyOf(filters);
        }
    }

    /** At least one of {@code filters}; true without any. */
    record Or(List<PropertyFilter> filters) implements PropertyFilter {
        public Or {
            filters = List.copyOf(filters);
        }
    }

    /**
     * Compares a property of the event.
     *
     * @param values what to compare with, as text; at least one
     */
    record EventProperty(String key, Operator operator, List<String> values) implements PropertyFilter {
        public EventProperty {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("Nothing to compare " + key + " with");
            }
        }
    }

    /** A filter that cannot be used; a query that needs it fails with {@code problem}. */
    record Unusable(Problem problem) implements PropertyFilter {}

    /** How to compare (spec/queries-trends.md 4.4). */
    enum Operator {
        /** Equals one of the values. */
        EXACT,
        /** Equals none of them; true for a missing property. */
        IS_NOT,
        /** Contains one of them, whatever the case; {@code %} and {@code _} are wildcards. */
        ICONTAINS
    }
}
