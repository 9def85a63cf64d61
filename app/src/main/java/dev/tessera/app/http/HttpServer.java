package dev.tessera.app.http;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.exc.JacksonIOException;

/** Serves a route table on a port. Each request has a virtual thread of its own. */
public final class HttpServer implements AutoCloseable {
    static final Map<String, String> SECURITY_HEADERS =
            Map.of("X-Frame-Options", "SAMEORIGIN", "X-Content-Type-Options", "nosniff");
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final Set<String> KNOWN_METHODS = knownMethods();

    private static final Logger log = LoggerFactory.getLogger(HttpServer.class);

    private final Allowance callers;
    private final Allowance strangers;
    private final BodyPace pace;
    private final ErrorAnswers errors;
    private final Javalin javalin;
    private final String site;
    private final String host;
    private final int port;
    private final RequestObserver observer;
    private final Function<RuntimeException, Optional<Problem>> failures;
    private final FailureLog failureLog = new FailureLog(System::nanoTime);
    private final Function<Request, Optional<Response>> pages;

    /**
     * A server that is not started.
     *
     * @param site public address, without a slash at its end; empty for the one that each client uses
     * @param port 0 for any free one
     * @param grace how long {@link #close} waits for requests under way
     * @param failures which failures of stores are problems that the caller is told about
     * @param pages answers a GET that is for no route, when it can
     */
    public HttpServer(
            List<Route> routes,
            String site,
            String host,
            int port,
            Duration grace,
            RequestObserver observer,
            Function<RuntimeException, Optional<Problem>> failures,
            Function<Request, Optional<Response>> pages) {
        this(
                routes,
                site,
                host,
                port,
                grace,
                observer,
                failures,
                pages,
                Allowance.ofCallers(),
                Allowance.ofStrangers(),
                BodyPace.usual());
    }

    /** A server with other memory and time for bodies. */
    HttpServer(
            List<Route> routes,
            String site,
            String host,
            int port,
            Duration grace,
            RequestObserver observer,
            Function<RuntimeException, Optional<Problem>> failures,
            Function<Request, Optional<Response>> pages,
            Allowance callers,
            Allowance strangers,
            BodyPace pace) {
        this.callers = callers;
        this.strangers = strangers;
        this.pace = pace;
        this.errors = ErrorAnswers.of(routes);
        this.site = site;
        this.host = host;
        this.port = port;
        this.observer = observer;
        this.failures = failures;
        this.pages = pages;
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
            server.setErrorHandler(new EnvelopeErrors(errors));
            server.setStopTimeout(grace.toMillis());
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(32 << 10);
            // A connection remembers header values; one key must not pass for another that differs in case.
            http.setHeaderCacheCaseSensitive(true);
        });
        routes.forEach(route -> register(config, route));
        config.routes.exception(HttpResponseException.class, this::serveUnmatched);
    }

    private void register(JavalinConfig config, Route route) {
        List<String> places = new ArrayList<>(route.operation().aliases());
        places.addFirst(route.operation().path());
        for (String place : places) {
            for (HandlerType method : methods(route.operation().method())) {
                config.routes.addEndpoint(
                        new Endpoint(method, trimmed(place), context -> serve(route, context), Set.of()));
            }
        }
    }

    /** HEAD is GET of which Jetty leaves out the body; Javalin's own HEAD answers 200 to anybody. */
    private static List<HandlerType> methods(HttpMethod method) {
        HandlerType own = HandlerType.findOrCreate(method.name());
        return method == HttpMethod.GET ? List.of(own, HandlerType.HEAD) : List.of(own);
    }

    private static Set<String> knownMethods() {
        Set<String> names = new HashSet<>();
        READING.forEach(it -> names.add(it.name()));
        Arrays.stream(HttpMethod.values()).forEach(it -> names.add(it.name()));
        return Set.copyOf(names);
    }

    /** The path as routes are registered: without a slash at its end. */
    static String trimmed(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private void serve(Route route, Context context) {
        long started = System.nanoTime();
        Response response;
        try (JavalinRequest request = request(route.operation(), context)) {
            response = route.operation().anySite()
                    ? Cors.shared(request, Cors.preflight(request).orElseGet(() -> respond(route, request)))
                    : respond(route, request);
            answer(context, response);
        }
        Operation operation = route.operation();
        observer.observed(operation.method().name(), operation.path(), response.status(), System.nanoTime() - started);
    }

    private JavalinRequest request(Operation operation, Context context) {
        return switch (operation.authorization()) {
            case Authorization.Scope _, Authorization.SessionOnly _ ->
                new JavalinRequest(context, site, strangers, callers, pace);
            case Authorization.Open _, Authorization.ProjectToken _ ->
                new JavalinRequest(context, site, strangers, strangers, pace);
        };
    }

    private Response respond(Route route, JavalinRequest request) {
        try {
            return route.handler().handle(request);
        } catch (ProblemException e) {
            return errors.of(route.operation(), e.problem(), request.site());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return errors.of(route.operation(), ErrorAnswers.STOPPING, request.site());
        } catch (RuntimeException e) {
            Operation operation = route.operation();
            return told(operation.method() + " " + operation.path(), e)
                    .map(it -> errors.of(operation, it, request.site()))
                    .orElseGet(() -> errors.ofBug(operation));
        }
    }

    /** The problem that a failure is to whoever made the request {@code what}; empty when it is a bug. */
    private Optional<Problem> told(String what, RuntimeException failure) {
        Optional<Problem> known = failures.apply(failure);
        known.ifPresentOrElse(
                it -> failureLog.add(what, it.code(), failure), () -> log.error("{} failed", what, failure));
        return known;
    }

    private void serveUnmatched(HttpResponseException e, Context context) {
        long started = System.nanoTime();
        Response response = unmatched(e, context);
        answer(context, response);
        String method = context.method().name();
        observer.observed(
                KNOWN_METHODS.contains(method) ? method : RequestObserver.OTHER_METHOD,
                RequestObserver.NO_ROUTE,
                response.status(),
                System.nanoTime() - started);
    }

    private Response unmatched(HttpResponseException e, Context context) {
        String method = context.method().name();
        String path = trimmed(context.path());
        return page(e, context)
                .orElseGet(() -> e instanceof MethodNotAllowedResponse it
                        ? errors.wrongMethod(method, path, allowed(it))
                        : errors.noRoute(path));
    }

    /** The methods that would have been right: all that the exception tells, under a name that depends on the client. */
    private static String allowed(MethodNotAllowedResponse exception) {
        return String.join(", ", exception.getDetails().values());
    }

    private Optional<Response> page(HttpResponseException e, Context context) {
        if (e.getStatus() != 404 || !READING.contains(context.method())) {
            return Optional.empty();
        }
        try (JavalinRequest request = new JavalinRequest(context, site, strangers, strangers, pace)) {
            return pages.apply(request);
        } catch (RuntimeException failure) {
            return Optional.of(told(context.method().name() + " " + context.path(), failure)
                    .map(it -> ErrorEnvelope.of(it, JavalinRequest.site(context, site)))
                    .orElseGet(ErrorEnvelope::serverError));
        }
    }

    private static void answer(Context context, Response response) {
        context.status(response.status());
        SECURITY_HEADERS.forEach(context::header);
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            context.header(header.getKey(), header.getValue());
        }
        response.cookies().forEach(it -> context.res().addHeader("Set-Cookie", it.header()));
        if (!response.contentType().isEmpty()) {
            context.contentType(response.contentType());
            send(context, response.body());
        } else {
            context.res().setContentType(null);
        }
    }

    private static void send(Context context, Body body) {
        switch (body) {
            case Body.Bytes it -> context.result(it.bytes());
            case Body.Tree it -> {
                try (JsonSender sender = new JsonSender(context::outputStream)) {
                    Json.MAPPER.writeValue(sender, it.json());
                    sender.small().ifPresent(context::result);
                } catch (JacksonIOException | IOException e) {
                    log.debug("An answer could not be sent to its end: {}", e.getMessage());
                }
            }
        }
    }
}
