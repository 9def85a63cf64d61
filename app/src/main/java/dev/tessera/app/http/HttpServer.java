package dev.tessera.app.http;

import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves a route table on a port. Each request has a virtual thread of its own. */
public final class HttpServer implements AutoCloseable {
    /** The default of an operation under {@code projects/} also stands under the old name (spec/dashboards.md 1.1). */
    private static final String PROJECTS = "/api/projects/";

    private static final String ENVIRONMENTS = "/api/environments/";

    private static final Logger log = LoggerFactory.getLogger(HttpServer.class);

    private final Allowance callers;
    private final Allowance strangers;
    private final Javalin javalin;
    private final String site;
    private final String host;
    private final int port;
    private final RequestObserver observer;
    private final Function<RuntimeException, Optional<Problem>> failures;

    /**
     * A server that is not started.
     *
     * @param site public address, without a slash at its end; empty for the one that each client uses
     * @param port 0 for any free one
     * @param grace how long {@link #close} waits for requests under way
     * @param failures which failures of stores are problems that the caller is told about
     */
    public HttpServer(
            List<Route> routes,
            String site,
            String host,
            int port,
            Duration grace,
            RequestObserver observer,
            Function<RuntimeException, Optional<Problem>> failures) {
        this(routes, site, host, port, grace, observer, failures, Allowance.ofCallers(), Allowance.ofStrangers());
    }

    /** A server with other memory for bodies. */
    HttpServer(
            List<Route> routes,
            String site,
            String host,
            int port,
            Duration grace,
            RequestObserver observer,
            Function<RuntimeException, Optional<Problem>> failures,
            Allowance callers,
            Allowance strangers) {
        this.callers = callers;
        this.strangers = strangers;
        this.site = site;
        this.host = host;
        this.port = port;
        this.observer = observer;
        this.failures = failures;
        this.javalin = Javalin.create(config -> configure(config, routes, grace));
    }

    /**
     * Starts to listen; returns when connections are accepted.
     *
     * @throws ListenException when the address cannot be had
     */
    public void start() {
        try {
            javalin.start(host, port);
        } catch (JavalinException e) {
            throw new ListenException(host, port, e);
        }
    }

    /** The port that is listened on. */
    public int port() {
        return javalin.port();
    }

    /** Accepts no more requests, lets those under way finish (up to the grace period), then stops. */
    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig config, List<Route> routes, Duration grace) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.router.ignoreTrailingSlashes = true;
        config.router.treatMultipleSlashesAsSingleSlash = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Long.MAX_VALUE; // Each reader of a body has its own limit.
        config.jetty.modifyServer(server -> {
            server.insertHandler(new GracefulHandler());
            server.setStopTimeout(grace.toMillis());
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(32 << 10);
            // A connection remembers header values; one key must not pass for another that differs in case.
            http.setHeaderCacheCaseSensitive(true);
        });
        routes.forEach(route -> register(config, route));
        config.routes.exception(HttpResponseException.class, (e, context) -> answer(context, unmatched(e, context)));
    }

    private void register(JavalinConfig config, Route route) {
        HandlerType method = HandlerType.findOrCreate(route.operation().method().name());
        String path = route.operation().path();
        for (String place : path.startsWith(PROJECTS)
                ? List.of(path, ENVIRONMENTS + path.substring(PROJECTS.length()))
                : List.of(path)) {
            String trimmed = place.length() > 1 && place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
            config.routes.addEndpoint(new Endpoint(method, trimmed, context -> serve(route, context), Set.of()));
        }
    }

    private void serve(Route route, Context context) {
        long started = System.nanoTime();
        Response response;
        try (JavalinRequest request = request(route.operation(), context)) {
            response = respond(route, request);
            answer(context, response);
        }
        observer.observed(route.operation(), response.status(), System.nanoTime() - started);
    }

    private JavalinRequest request(Operation operation, Context context) {
        return switch (operation.authorization()) {
            case Authorization.Scope _ -> new JavalinRequest(context, site, strangers, callers);
            case Authorization.Open _, Authorization.ProjectToken _ ->
                new JavalinRequest(context, site, strangers, strangers);
        };
    }

    private Response respond(Route route, JavalinRequest request) {
        try {
            return route.handler().handle(request);
        } catch (ProblemException e) {
            return ErrorEnvelope.of(e.problem(), request.site());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ErrorEnvelope.of(
                    new Problem.Unavailable("stopping", "The server is stopping. Try again.", 1), request.site());
        } catch (RuntimeException e) {
            Optional<Problem> known = failures.apply(e);
            log.error(
                    "{} {} failed",
                    route.operation().method(),
                    route.operation().path(),
                    e);
            return known.map(it -> ErrorEnvelope.of(it, request.site())).orElseGet(ErrorEnvelope::serverError);
        }
    }

    private Response unmatched(HttpResponseException e, Context context) {
        return ErrorEnvelope.of(
                e.getStatus() == 405
                        ? new Problem.MethodNotAllowed(context.method().name())
                        : new Problem.NotFound(
                                context.path().startsWith("/api/") ? "Endpoint not found." : "Not found."),
                JavalinRequest.site(context, site));
    }

    private static void answer(Context context, Response response) {
        context.status(response.status());
        context.header("X-Frame-Options", "SAMEORIGIN");
        context.header("X-Content-Type-Options", "nosniff");
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            context.header(header.getKey(), header.getValue());
        }
        if (!response.contentType().isEmpty()) {
            context.contentType(response.contentType());
            context.result(response.body());
        } else {
            context.res().setContentType(null);
        }
    }
}
