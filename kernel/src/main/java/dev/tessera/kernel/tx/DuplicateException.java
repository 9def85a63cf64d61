package dev.tessera.kernel.tx;

/** What was to be stored has a value that must be unique and that something else has; the transaction was undone. */
public final class DuplicateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DuplicateException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
