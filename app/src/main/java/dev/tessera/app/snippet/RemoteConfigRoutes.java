package dev.tessera.app.snippet;

import dev.tessera.app.capture.CaptureException;
import dev.tessera.app.capture.ProjectTokens;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.Handler;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.json.Json;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** The settings of SDKs, as JSON and as a script that leaves them where the SDK looks (spec/ingestion.md 7.4). */
final class RemoteConfigRoutes {
    private static final String JSON = "/array/{token}/config";
    private static final String SCRIPT = "/array/{token}/config.js";
    private static final String CACHING = "public, max-age=300";

    private final ProjectTokens tokens;

    RemoteConfigRoutes(ProjectTokens tokens) {
        this.tokens = tokens;
    }

    List<Route> routes() {
        return List.of(
                operation(HttpMethod.GET, JSON, "The settings of SDKs")
                        .response(200, Schema.object())
                        .by(answering(Response::ok)),
                operation(HttpMethod.OPTIONS, JSON, "Whether a page may load the settings of SDKs")
                        .by(_ -> Response.empty(204)),
                operation(HttpMethod.GET, SCRIPT, "The settings of SDKs, as a script")
                        .by(answering(RemoteConfigRoutes::script)));
    }

    private static Operation operation(HttpMethod method, String path, String summary) {
        return Operation.of(method, path, summary, new Authorization.ProjectToken())
                .forAnySite();
    }

    private Handler answering(Function<ObjectNode, Response> form) {
        return request -> {
            String token = request.pathParameter("token");
            return tokens.projectOf(token)
                    .map(_ -> form.apply(RemoteConfig.of(token)).header("Cache-Control", CACHING))
                    .orElseGet(() -> Response.text(404, CaptureException.UNKNOWN_TOKEN));
        };
    }

    /** JSON is JavaScript, too: of what a token may hold, nothing ends a text. */
    private static Response script(ObjectNode config) {
        String token = Json.write(config.path("token"));
        ObjectNode entry = Json.object();
        entry.set("config", config);
        entry.putArray("siteApps");
        return Response.text(
                200,
                "text/javascript; charset=utf-8",
                "(window._POSTHOG_REMOTE_CONFIG = window._POSTHOG_REMOTE_CONFIG || {})[" + token + "] = "
                        + Json.write(entry) + ";\n");
    }
}
