package dev.tessera.app.snippet;

import dev.tessera.app.capture.CaptureException;
import dev.tessera.app.capture.ProjectTokens;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.BodyBudget;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.id.Uuids;
import dev.tessera.kernel.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Answers SDKs that ask for the flags of a person: there are none (spec/ingestion.md 7.1, 7.2). Errors are plain text. */
final class FlagsRoutes {
    private static final String FLAGS = "/flags/";
    private static final String DECIDE = "/decide/";

    private final ProjectTokens tokens;
    private final BodyBudget budget;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * Routes without flags.
     *
     * @param budget the memory that bodies in flight share
     */
    FlagsRoutes(ProjectTokens tokens, BodyBudget budget, Clock clock, RandomGenerator random) {
        this.tokens = tokens;
        this.budget = budget;
        this.clock = clock;
        this.random = random;
    }

    List<Route> routes() {
        return List.of(
                asking(FLAGS, "The flags of a person")
                        .parameter("config", Schema.bool(), "Whether to answer with the settings of SDKs, too.")
                        .by(request -> answer(request, token -> flags(request, token))),
                operation(HttpMethod.GET, FLAGS, "The flags of nobody")
                        .response(200, Schema.object())
                        .by(_ -> Response.ok(detailed())),
                operation(HttpMethod.OPTIONS, FLAGS, "Whether flags can be asked for here")
                        .by(_ -> allow("GET, POST, OPTIONS, HEAD")),
                asking(DECIDE, "The flags of a person, with the settings of SDKs (older name)")
                        .by(request -> answer(request, token -> decide(request, token))),
                operation(HttpMethod.OPTIONS, DECIDE, "Whether flags can be asked for here")
                        .by(_ -> allow("POST, OPTIONS")));
    }

    private static Operation asking(String path, String summary) {
        return operation(HttpMethod.POST, path, summary)
                .parameter("v", Schema.integer(), "The form of the answer.")
                .body(Schema.object().required("token", Schema.string()).required("distinct_id", Schema.any()))
                .response(200, Schema.object());
    }

    private static Operation operation(HttpMethod method, String path, String summary) {
        return Operation.of(method, path, summary, new Authorization.ProjectToken())
                .forAnySite();
    }

    private static Response allow(String methods) {
        return Response.empty(204).header("Allow", methods);
    }

    private Response answer(Request request, Function<String, ObjectNode> answer) {
        try {
            String token = FlagsRequest.token(request, budget);
            return tokens.projectOf(token).isPresent()
                    ? Response.ok(answer.apply(token))
                    : Response.text(401, CaptureException.UNKNOWN_TOKEN);
        } catch (CaptureException e) {
            return e.answer();
        }
    }

    private ObjectNode flags(Request request, String token) {
        boolean plain = request.query("v").isEmpty() && request.query("config").isEmpty();
        ObjectNode flags = plain || version(request) >= 2 ? detailed() : FlagsJson.values(id());
        boolean withConfig =
                plain || request.query("config").map(it -> it.matches("true|1")).orElse(false);
        return withConfig ? flags.setAll(RemoteConfig.of(token)) : flags;
    }

    private ObjectNode decide(Request request, String token) {
        ObjectNode flags = switch (version(request)) {
            case 1 -> FlagsJson.enabled();
            case 2 -> FlagsJson.enabledValues();
            case 3 -> FlagsJson.values(id());
            default -> detailed();
        };
        return flags.setAll(RemoteConfig.of(token));
    }

    private ObjectNode detailed() {
        return FlagsJson.detailed(id(), clock.now());
    }

    private UUID id() {
        return Uuids.v7(clock.now(), random);
    }

    /** The form that the sender understands: 1 when it does not say, or says what is none. */
    private static int version(Request request) {
        Optional<String> version = request.query("v").filter(it -> it.matches("[1-9][0-9]{0,2}"));
        return version.map(Integer::parseInt).orElse(1);
    }
}
