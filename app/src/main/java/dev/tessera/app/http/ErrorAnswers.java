package dev.tessera.app.http;

import dev.tessera.kernel.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The answers to failures: plain text where SDKs send events (spec/ingestion.md 3.2), the envelope everywhere else.
 *
 * @param capturePaths the paths where events are sent, without a slash at the end
 * @param sharedPaths the paths that pages of any site may call, likewise; not those that have parameters
 */
record ErrorAnswers(Set<String> capturePaths, Set<String> sharedPaths) {
    /** What those are told who come while the server stops. */
    static final Problem STOPPING = new Problem.Unavailable("stopping", "The server is stopping. Try again.", 1);

    private static final Problem CAPTURE_STOPPING =
            new Problem.Unavailable("stopping", "transient error, please retry", 1);

    static ErrorAnswers of(List<Route> routes) {
        return new ErrorAnswers(paths(routes, ErrorAnswers::isCapture), paths(routes, Operation::anySite));
    }

    private static Set<String> paths(List<Route> routes, Predicate<Operation> which) {
        return routes.stream()
                .map(Route::operation)
                .filter(which)
                .map(it -> HttpServer.trimmed(it.path()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The answer of {@code operation} to {@code problem}. */
    Response of(Operation operation, Problem problem, String site) {
        return isCapture(operation) ? ErrorEnvelope.plain(problem) : ErrorEnvelope.of(problem, site);
    }

    /** The answer of {@code operation} to a bug. */
    Response ofBug(Operation operation) {
        return isCapture(operation) ? ErrorEnvelope.plainServerError() : ErrorEnvelope.serverError();
    }

    /** The answer to a request for {@code path}, where nothing is. */
    Response noRoute(String path) {
        return ErrorEnvelope.of(
                new Problem.NotFound(path.startsWith("/api/") ? "Endpoint not found." : "Not found."), "");
    }

    /**
     * The answer to a request that is for routes of other methods only.
     *
     * @param allowed those methods, with commas between them
     */
    Response wrongMethod(String method, String path, String allowed) {
        Problem problem = new Problem.MethodNotAllowed(method);
        Response refusal = capturePaths.contains(path) ? ErrorEnvelope.plain(problem) : ErrorEnvelope.of(problem, "");
        return refusal.header("Allow", allowed);
    }

    /**
     * The answer to a request for {@code path} that comes while the server stops.
     *
     * @param origin the site of the page that made it; empty when no page did
     */
    Response stopping(String path, Optional<String> origin) {
        Response refusal =
                capturePaths.contains(path) ? ErrorEnvelope.plain(CAPTURE_STOPPING) : ErrorEnvelope.of(STOPPING, "");
        Response last = refusal.header("Connection", "close");
        return sharedPaths.contains(path) ? Cors.shared(origin, last) : last;
    }

    private static boolean isCapture(Operation operation) {
        return switch (operation.authorization()) {
            case Authorization.ProjectToken _ -> true;
            case Authorization.Open _, Authorization.Scope _, Authorization.SessionOnly _ -> false;
        };
    }
}
