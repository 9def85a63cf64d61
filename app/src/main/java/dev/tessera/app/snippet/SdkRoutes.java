package dev.tessera.app.snippet;

import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code /static/array.js}, the browser SDK that the HTML snippet loads, and those of its extensions that work without a
 * product which is not here. The SDK does without the others.
 */
final class SdkRoutes {
    /** The only names that are looked for; the build of the web application packs the same. */
    private static final List<String> NAMES = List.of(
            "array.js",
            "dead-clicks-autocapture.js",
            "exception-autocapture.js",
            "tracing-headers.js",
            "web-vitals.js",
            "web-vitals-with-attribution.js");

    /** Pages look for a new version once a day; the SDK asks for its extensions with its version behind the name. */
    private static final String CACHING = "public, max-age=86400";

    private static final String ABSENT =
            "The browser SDK is not in this build of the server. ./tessera build puts it in.\n";

    private final Function<Request, Optional<Response>> files;

    /**
     * Routes of the SDK's files.
     *
     * @param files answers a GET with the file at its address, or with something else
     */
    SdkRoutes(Function<Request, Optional<Response>> files) {
        this.files = files;
    }

    List<Route> routes() {
        return NAMES.stream()
                .map(name -> Operation.of(
                                HttpMethod.GET,
                                "/static/" + name,
                                "A part of the browser SDK",
                                new Authorization.Open())
                        .forAnySite()
                        .by(this::serve))
                .toList();
    }

    private Response serve(Request request) {
        return files.apply(request)
                .filter(SdkRoutes::isScript)
                .map(it -> it.header("Cache-Control", CACHING))
                .orElseGet(() -> Response.text(404, ABSENT));
    }

    private static boolean isScript(Response response) {
        return response.status() == 304 || response.contentType().startsWith("text/javascript");
    }
}
