package dev.tessera.query.resolve;

import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.ValueExpression;
import java.util.List;

/**
 * What a condition takes of an engine's memory while it answers, in steps of about 20 kB: engines work on vectors of
 * values, one or more for each expression, and do not count these in what they are told to keep to.
 */
final class FilterWeight {
    private static final long READ = 3;
    private static final long SEARCH = 1;
    private static final long CHARACTERS = 4_096;

    private FilterWeight() {}

    static long of(Condition condition) {
        return switch (condition) {
            case Condition.And it -> of(it.parts());
            case Condition.Or it -> of(it.parts());
            case Condition.OneOf it -> read(it.value()) + characters(it.texts());
            case Condition.NoneOf it -> read(it.value()) + characters(it.texts());
            case Condition.Contains it -> read(it.value()) + SEARCH * it.texts().size() + characters(it.texts());
        };
    }

    private static long of(List<Condition> parts) {
        return parts.stream().mapToLong(FilterWeight::of).sum();
    }

    private static long read(ValueExpression value) {
        return switch (value) {
            case ValueExpression.EventName _ -> 0;
            case ValueExpression.EventProperty _ -> READ;
            case ValueExpression.NumberProperty _ -> 2 * READ;
            case ValueExpression.TrimmedUrl it -> READ + read(it.url());
        };
    }

    private static long characters(List<String> texts) {
        return texts.stream().mapToLong(String::length).sum() / CHARACTERS;
    }
}
