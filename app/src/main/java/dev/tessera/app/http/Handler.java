package dev.tessera.app.http;

/** Answers requests to one route. Expected failures are thrown as {@link dev.tessera.kernel.problem.ProblemException}. */
@FunctionalInterface
public interface Handler {
    Response handle(Request request) throws InterruptedException;
}
