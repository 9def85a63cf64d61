package dev.tessera.app.http;

/** Is told of every request that was answered; metrics and access logs hang here. */
@FunctionalInterface
public interface RequestObserver {
    /** The route of requests that are for no entry of the route table: for pages, their files, or nothing at all. */
    String NO_ROUTE = "unmatched";

    /** The method of such requests when no route has it. */
    String OTHER_METHOD = "OTHER";

    /**
     * A request was answered.
     *
     * @param method one of {@link HttpMethod}, {@code HEAD} or {@link #OTHER_METHOD}
     * @param route the path of its operation as in the route table, or {@link #NO_ROUTE}
     */
    void observed(String method, String route, int status, long nanoseconds);
}
