package dev.tessera.app.http;

import java.util.Optional;

/**
 * Lets pages of any site call an operation and read its answer, whatever it is: a browser hides from a page why a request
 * failed unless the failure says that the page may know (spec/ingestion.md 3.3).
 */
final class Cors {
    private static final String METHODS = "GET, POST, OPTIONS";

    private Cors() {}

    /** The answer to a browser that asks whether it may send a request; empty when {@code request} is another one. */
    static Optional<Response> preflight(Request request) {
        boolean asks = request.method().equals(HttpMethod.OPTIONS.name())
                && request.header("Origin").isPresent()
                && request.header("Access-Control-Request-Method").isPresent();
        return asks ? Optional.of(allowing(request)) : Optional.empty();
    }

    private static Response allowing(Request request) {
        Response allowed = Response.empty(204).header("Access-Control-Allow-Methods", METHODS);
        return request.header("Access-Control-Request-Headers")
                .map(it -> allowed.header("Access-Control-Allow-Headers", it))
                .orElse(allowed);
    }

    /** {@code response} for the page that made {@code request}; larger ones go out packed for those who unpack them. */
    static Response shared(Request request, Response response) {
        return shared(request.header("Origin"), response);
    }

    /** {@code response} for a page of the site {@code origin}; empty when no page asks. */
    static Response shared(Optional<String> origin, Response response) {
        Response varying = response.header("Vary", "Accept-Encoding, Origin");
        return origin.map(it -> varying.header("Access-Control-Allow-Origin", it)
                        .header("Access-Control-Allow-Credentials", "true")
                        .header("Access-Control-Expose-Headers", "Retry-After"))
                .orElse(varying);
    }
}
