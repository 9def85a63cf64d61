package dev.tessera.app.snippet;

import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.json.Json;
import java.util.List;
import java.util.stream.Stream;

/** Tells SDKs that there is none of what other products of the wire format's owner would show in a page. */
final class AbsentFeatureRoutes {
    private static final String CACHING = "public, max-age=300";

    List<Route> routes() {
        return Stream.of(
                        empty("/api/surveys/", "surveys"),
                        empty("/api/early_access_features/", "earlyAccessFeatures"),
                        empty("/api/web_experiments/", "experiments"),
                        empty("/api/product_tours/", "product_tours"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> empty(String path, String key) {
        Response nothing =
                Response.json(200, Json.object().set(key, Json.array())).header("Cache-Control", CACHING);
        return List.of(
                operation(HttpMethod.GET, path, "Always empty")
                        .parameter("token", Schema.string(), "Project token, phc_…")
                        .response(200, Schema.object().required(key, Schema.list(Schema.any())))
                        .by(_ -> nothing),
                operation(HttpMethod.OPTIONS, path, "Whether a page may ask this")
                        .by(_ -> Response.empty(204)));
    }

    private static Operation operation(HttpMethod method, String path, String summary) {
        return Operation.of(method, path, summary, new Authorization.ProjectToken())
                .forAnySite();
    }
}
