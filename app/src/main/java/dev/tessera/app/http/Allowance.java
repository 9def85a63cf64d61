package dev.tessera.app.http;

/**
 * How much of a body may be read for somebody.
 *
 * @param budget the memory for it, shared with all others of the kind
 * @param most the most bytes of one body
 */
record Allowance(BodyBudget budget, int most) {
    /** The largest body of an API request (spec/access.md 1). */
    private static final int MAX_BODY = 20 << 20;

    /** The largest body that is read for somebody unknown. */
    private static final int MAX_BODY_OF_STRANGER = 1 << 20;

    private static final long CALLERS_MEMORY = 64L << 20;
    private static final long STRANGERS_MEMORY = 8L << 20;

    /** Of all callers that are known by a key. */
    static Allowance ofCallers() {
        return new Allowance(new BodyBudget(CALLERS_MEMORY), MAX_BODY);
    }

    /** Of everybody else; they cannot take from callers. */
    static Allowance ofStrangers() {
        return new Allowance(new BodyBudget(STRANGERS_MEMORY), MAX_BODY_OF_STRANGER);
    }
}
