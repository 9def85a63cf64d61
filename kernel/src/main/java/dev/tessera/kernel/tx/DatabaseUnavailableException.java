package dev.tessera.kernel.tx;

/**
 * The metadata store could not be reached or could not write (locked, full, connection lost); nothing of the
 * transaction was done. Later calls work again once the cause is gone.
 */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public DatabaseUnavailableException(String message) {
        super(message);
    }
}
