package dev.tessera.events;

/** A query needed more memory than the store gives to queries; it was given up, and the store works on. */
public final class QueryMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueryMemoryException(Throwable cause) {
        super("The query needed more memory than the event store may use: " + cause.getMessage(), cause);
    }
}
