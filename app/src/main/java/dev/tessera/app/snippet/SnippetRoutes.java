package dev.tessera.app.snippet;

import dev.tessera.app.capture.ProjectTokens;
import dev.tessera.app.http.BodyBudget;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.kernel.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Everything that a page with the SDK's snippet loads and asks, but for sending events. */
public final class SnippetRoutes {
    private final List<Route> routes;

    /**
     * Routes for the pages of all projects.
     *
     * @param files answers a GET with the file at a path, empty when there is none: the SDK itself is one
     * @param budget the memory that bodies in flight share
     */
    public SnippetRoutes(
            ProjectTokens tokens,
            BiFunction<String, Request, Optional<Response>> files,
            BodyBudget budget,
            Clock clock,
            RandomGenerator random) {
        this.routes = Stream.of(
                        new SdkRoutes(files).routes(),
                        new RemoteConfigRoutes(tokens).routes(),
                        new FlagsRoutes(tokens, budget, clock, random).routes(),
                        new AbsentFeatureRoutes().routes())
                .flatMap(List::stream)
                .toList();
    }

    public List<Route> routes() {
        return routes;
    }
}
