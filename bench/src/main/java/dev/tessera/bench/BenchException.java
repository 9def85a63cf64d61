package dev.tessera.bench;

/** A benchmark cannot go on: what it measures does not do what it should. */
final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchException(String message) {
        super(message);
    }
}
