package dev.tessera.app.http;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import java.util.Map;
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
            case Problem.TooSlow _ -> response.header("Connection", "close");
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

    /** The answer to a request that could not be read, so that no route saw it. */
    static Response unread(int status) {
        return switch (status) {
            case 414 -> unread(status, "uri_too_long", "The URL is too long.");
            case 431 -> unread(status, "headers_too_large", "The headers are too large: 32 KB is the most.");
            default ->
                status >= 500
                        ? serverError()
                        : unread(status, "parse_error", "The request cannot be read: look at its path and headers.");
        };
    }

    private static Response unread(int status, String code, String detail) {
        return Response.json(
                status,
                Json.object()
                        .put("type", "invalid_request")
                        .put("code", code)
                        .put("detail", detail)
                        .putNull("attr"));
    }

    /** The same as plain text, which is what capture answers with (spec/ingestion.md 3.2). */
    static Response plain(Problem problem) {
        return plain(of(problem, ""), problem.detail());
    }

    /** The answer to a bug in capture. */
    static Response plainServerError() {
        return plain(serverError(), "internal error, please retry");
    }

    private static Response plain(Response response, String text) {
        Response plain = Response.text(response.status(), text);
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            plain = plain.header(header.getKey(), header.getValue());
        }
        return plain;
    }

    private static String type(Problem problem) {
        return switch (problem) {
            case Problem.Invalid _ -> "validation_error";
            case Problem.Unauthenticated _, Problem.Forbidden _ -> "authentication_error";
            case Problem.Malformed _,
                    Problem.NotFound _,
                    Problem.MethodNotAllowed _,
                    Problem.TooSlow _,
                    Problem.TooLarge _,
                    Problem.UnsupportedMediaType _ -> "invalid_request";
            case Problem.Throttled _ -> "throttled_error";
            case Problem.Conflict _, Problem.Unavailable _ -> "server_error";
        };
    }
}
