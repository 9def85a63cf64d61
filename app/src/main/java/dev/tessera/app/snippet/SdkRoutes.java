package dev.tessera.app.snippet;

import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * {@code /static/array.js}, the browser SDK that the HTML snippet loads, and those of its extensions that the build of
 * the web application packs. The SDK does without the others, and a page may know that they are not here.
 */
final class SdkRoutes {
    private static final String FOLDER = "static/";

    /** Pages look for a new version once a day, as no address here is of one version only. */
    private static final String CACHING = "public, max-age=86400";

    private static final String ABSENT =
            "This build of the server has no such part of the browser SDK. ./tessera build puts the SDK in.\n";

    private final BiFunction<String, Request, Optional<Response>> files;

    /**
     * Routes of the SDK's files.
     *
     * @param files answers a GET with the file at a path; empty when there is none
     */
    SdkRoutes(BiFunction<String, Request, Optional<Response>> files) {
        this.files = files;
    }

    /**
     * The SDK asks for an extension of its own version and, when that fails, for any (spec/ingestion.md 1). There is one
     * here: answering the first time with what the second would get spares the page an error in its console.
     */
    List<Route> routes() {
        return List.of(
                operation("/static/{name}", "A part of the browser SDK").by(this::serve),
                operation("/static/{version}/{name}", "A part of the browser SDK, of the version that is here")
                        .by(this::serve));
    }

    private static Operation operation(String path, String summary) {
        return Operation.of(HttpMethod.GET, path, summary, new Authorization.Open())
                .forAnySite();
    }

    private Response serve(Request request) {
        return files.apply(FOLDER + request.pathParameter("name"), request)
                .map(it -> it.header("Cache-Control", CACHING))
                .orElseGet(() -> Response.text(404, ABSENT));
    }
}
