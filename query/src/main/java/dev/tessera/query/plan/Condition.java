package dev.tessera.query.plan;

import java.util.ArrayList;
import java.util.List;

/** What an event has to satisfy. Every condition is true or false, also where a value is missing. */
public sealed interface Condition {
    /** All of {@code parts}; true without any. */
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of {@code parts}; false without any. */
    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** The value is exactly one of {@code texts}; false when it is missing. */
    record OneOf(ValueExpression value, List<String> texts) implements Condition {
        public OneOf {
            texts = nonEmpty(texts);
        }
    }

    /** The value is none of {@code texts}; true when it is missing. */
    record NoneOf(ValueExpression value, List<String> texts) implements Condition {
        public NoneOf {
            texts = nonEmpty(texts);
        }
    }

    /**
     * The value contains one of {@code texts}, upper and lower case being the same; false when it is missing. In a
     * text {@code %} stands for any characters and {@code _} for one; nothing escapes them.
     */
    record Contains(ValueExpression value, List<String> texts) implements Condition {
        public Contains {
            texts = nonEmpty(texts);
        }
    }

    /** Satisfied by every event. */
    static Condition always() {
        return new And(List.of());
    }

    /** All of {@code parts}, without needless nesting. */
    static Condition all(List<Condition> parts) {
        List<Condition> flat = new ArrayList<>();
        for (Condition part : parts) {
            if (part instanceof And and) {
                flat.addAll(and.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new And(flat);
    }

    /** At least one of {@code parts}, without needless nesting. */
    static Condition any(List<Condition> parts) {
        if (parts.contains(always())) {
            return always();
        }
        return parts.size() == 1 ? parts.getFirst() : new Or(parts);
    }

    private static List<String> nonEmpty(List<String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("Nothing to compare with");
        }
        return List.copyOf(texts);
    }
}
