package dev.tessera.events;

/** The answer to a query would not fit into memory; reading it was given up. */
public final class AnswerTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AnswerTooLargeException(String message) {
        super(message);
    }
}
