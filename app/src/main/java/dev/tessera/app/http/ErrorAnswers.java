package dev.tessera.app.http;

import dev.tessera.kernel.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The answers to failures: plain text where SDKs send events (spec/ingestion.md 3.2), the envelope everywhere else.
 *
 * @param capturePaths the paths where events are sent, without a slash at the end
 */
record ErrorAnswers(Set<String> capturePaths) {
    static ErrorAnswers of(List<Route> routes) {
        return new ErrorAnswers(routes.stream()
                .map(Route::operation)
                .filter(ErrorAnswers::isCapture)
                .map(it -> HttpServer.trimmed(it.path()))
                .collect(Collectors.toUnmodifiableSet()));
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

    private static boolean isCapture(Operation operation) {
        return switch (operation.authorization()) {
            case Authorization.ProjectToken _ -> true;
            case Authorization.Open _, Authorization.Scope _, Authorization.SessionOnly _ -> false;
        };
    }
}
