package dev.tessera.app.http;

/** Is told of every request that was answered; metrics and access logs hang here. */
@FunctionalInterface
public interface RequestObserver {
    void observed(Operation operation, int status, long nanoseconds);
}
