package dev.tessera.app.ops;

import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.OpenApi;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.json.Json;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Health, readiness, metrics and the API's own description. */
public final class OpsRoutes {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final List<HealthCheck> checks;
    private final PrometheusMeterRegistry metrics;

    public OpsRoutes(List<HealthCheck> checks, PrometheusMeterRegistry metrics) {
        this.checks = List.copyOf(checks);
        this.metrics = metrics;
    }

    public List<Route> routes() {
        return List.of(
                open("/_health/", "Whether the process answers").by(_ -> Response.text(200, "ok")),
                open("/_readiness/", "Whether every store works and has caught up")
                        .response(200, Schema.object())
                        .by(_ -> readiness()),
                open("/metrics/", "Metrics in the Prometheus text format")
                        .by(_ -> Response.text(200, PROMETHEUS, metrics.scrape())));
    }

    /** The route of the document that describes {@code routes} and itself. */
    public static Route schema(List<Route> routes, String version) {
        Operation self = open("/api/schema/", "This document").response(200, Schema.object());
        List<Operation> operations =
                new ArrayList<>(routes.stream().map(Route::operation).toList());
        operations.add(self);
        ObjectNode document = OpenApi.of(operations, version);
        return self.by(_ -> Response.ok(document));
    }

    private Response readiness() {
        ObjectNode answer = Json.object();
        boolean ready = true;
        for (HealthCheck check : checks) {
            String problem = check.problem().get();
            answer.put(check.name(), problem.isEmpty() ? "ok" : problem);
            ready &= problem.isEmpty();
        }
        return Response.json(ready ? 200 : 503, answer);
    }

    private static Operation open(String path, String summary) {
        return Operation.of(HttpMethod.GET, path, summary, new Authorization.Open());
    }
}
