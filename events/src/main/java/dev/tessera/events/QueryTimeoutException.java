package dev.tessera.events;

import java.time.Duration;

/** A query, the wait for its turn included, took longer than its caller allows; it was stopped. */
public final class QueryTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueryTimeoutException(Duration timeout) {
        super("The query took longer than " + timeout.toMillis() + " ms and was stopped");
    }
}
