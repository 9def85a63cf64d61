package dev.tessera.app.http;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of an error, made here and nowhere else (spec/dashboards.md 1.4, spec/access.md 1.1). */
public final class ErrorEnvelope {
    private ErrorEnvelope() {}

    /**
     * The answer to {@code problem}, with the headers that its status asks for.
     *
     * @param site public address of this server, without a slash at its end
     */
    public static Response of(Problem problem, String site) {
        ObjectNode body = Json.object();
        body.put("type", type(problem)).put("code", problem.code()).put("detail", problem.detail());
        if (problem.attr().isEmpty()) {
            body.putNull("attr");
        } else {
            body.put("attr", problem.attr());
        }
        Response response = Response.json(problem.status(), body);
        return switch (problem) {
            case Problem.Throttled it -> response.header("Retry-After", Integer.toString(it.retryAfterSeconds()));
            case Problem.Unavailable it -> response.header("Retry-After", Integer.toString(it.retryAfterSeconds()));
            case Problem.Unauthenticated _ ->
                response.header(
                        "WWW-Authenticate",
                        "Bearer resource_metadata=\"" + site + "/.well-known/oauth-protected-resource\"");
            case Problem.Invalid _,
                    Problem.Malformed _,
                    Problem.Forbidden _,
                    Problem.NotFound _,
                    Problem.MethodNotAllowed _,
                    Problem.Conflict _,
                    Problem.TooLarge _,
                    Problem.UnsupportedMediaType _ -> response;
        };
    }

    /** The answer to a bug: no detail leaves the server. */
    public static Response serverError() {
        return Response.json(
                500,
                Json.object()
                        .put("type", "server_error")
                        .put("code", "error")
                        .put("detail", "A server error occurred.")
                        .putNull("attr"));
    }

    private static String type(Problem problem) {
        return switch (problem) {
            case Problem.Invalid _ -> "validation_error";
            case Problem.Unauthenticated _, Problem.Forbidden _ -> "authentication_error";
            case Problem.Malformed _,
                    Problem.NotFound _,
                    Problem.MethodNotAllowed _,
                    Problem.TooLarge _,
                    Problem.UnsupportedMediaType _ -> "invalid_request";
            case Problem.Throttled _ -> "throttled_error";
            case Problem.Conflict _, Problem.Unavailable _ -> "server_error";
        };
    }
}
