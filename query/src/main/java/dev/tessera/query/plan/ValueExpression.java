package dev.tessera.query.plan;

/** A text computed from an event; it may be missing. */
public sealed interface ValueExpression {
    /** The event's name, which is never missing. */
    record EventName() implements ValueExpression {}

    /**
     * The property {@code key} of the event as text: a string without its quotes, anything else as JSON
     * (spec/queries-trends.md 4.3). Missing when there is no such key or it holds JSON null.
     */
    record EventProperty(String key) implements ValueExpression {}

    /** The property {@code key} as text, missing also where it is a string: to be compared with texts of numbers. */
    record NumberProperty(String key) implements ValueExpression {}

    /**
     * A URL without trailing {@code /}, {@code ?} and {@code #}; {@code /} when nothing is left, also of an empty text
     * (spec/queries-trends.md 6.3). Missing when the URL is.
     */
    record TrimmedUrl(ValueExpression url) implements ValueExpression {}
}
