package dev.tessera.app.capture;

import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.BodyBudget;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.app.ingestion.Ingestion;
import dev.tessera.events.journal.JournalException;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.time.Clock;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes to which SDKs send events (spec/ingestion.md 1 to 3).
 *
 * <p>A 200 means that every event of the request is on disk. Any other answer means that none is, and is plain text.
 */
public final class CaptureRoutes {
    private static final Logger log = LoggerFactory.getLogger(CaptureRoutes.class);

    /** The memory that all bodies in flight share (ARCHITECTURE.md, promise 4). */
    static final long BODY_BUDGET = 32L << 20;

    /** A time in the query before this one was given in seconds, and is not used (spec/ingestion.md 4.1). */
    private static final Instant FIRST_SENT_AT = Instant.parse("2021-01-01T00:00:00Z");

    private static final int RETRY_AFTER_SECONDS = 1;
    private static final Response STORED = Response.json(200, "{\"status\":\"Ok\"}");

    private final ProjectTokens tokens;
    private final Ingestion ingestion;
    private final Clock clock;
    private final RandomGenerator random;
    private final BodyBudget budget;

    public CaptureRoutes(ProjectTokens tokens, Ingestion ingestion, Clock clock, RandomGenerator random) {
        this(tokens, ingestion, clock, random, new BodyBudget(BODY_BUDGET));
    }

    CaptureRoutes(ProjectTokens tokens, Ingestion ingestion, Clock clock, RandomGenerator random, BodyBudget budget) {
        this.tokens = tokens;
        this.ingestion = ingestion;
        this.clock = clock;
        this.random = random;
        this.budget = budget;
    }

    public List<Route> routes() {
        return List.of(
                route("/batch/", "Store a batch of events"),
                route("/e/", "Store events sent by a browser"),
                route("/i/v0/e/", "Store events"),
                route("/capture/", "Store events (older name)"));
    }

    private Route route(String path, String summary) {
        return Operation.of(HttpMethod.POST, path, summary, new Authorization.ProjectToken())
                .parameter("compression", Schema.oneOf("gzip", "gzip-js"), "How the body is packed.")
                .parameter("sent_at", Schema.integer(), "When the body was sent, in milliseconds since 1970.")
                .body(Schema.object()
                        .field("api_key", Schema.string().described("Project token, phc_…"))
                        .field("batch", Schema.list(event()))
                        .field("sent_at", Schema.instant())
                        .field("historical_migration", Schema.bool()))
                .response(200, Schema.object().field("status", Schema.string()))
                .by(this::capture);
    }

    private static Schema event() {
        return Schema.object()
                .required("event", Schema.string())
                .required("distinct_id", Schema.any())
                .field("properties", Schema.object())
                .field("timestamp", Schema.instant())
                .field("uuid", Schema.uuid());
    }

    private Response capture(Request request) throws InterruptedException {
        if (ingestion.overloaded()) {
            PayloadReader.discard(request);
            return refused(new CaptureFailure.Overloaded());
        }
        try (BodyBudget.Share share = budget.open()) {
            Instant now = clock.now();
            Payload payload = PayloadParser.parse(PayloadReader.read(request, share), sentAt(request), now, random);
            ProjectId project = projectOf(payload.token());
            if (!payload.events().isEmpty()) {
                ingestion.accept(project, payload.events(), now);
            }
            return request.query("beacon").equals(Optional.of("1")) ? Response.empty(204) : STORED;
        } catch (CaptureException e) {
            return refused(e.failure());
        } catch (DatabaseUnavailableException e) {
            log.debug("Events were refused: the database, which knows the tokens, is away: {}", e.getMessage());
            return refused(new CaptureFailure.Overloaded());
        } catch (JournalException e) {
            log.debug("Events were refused; the journal has said why once: {}", e.getMessage());
            return refused(new CaptureFailure.Overloaded());
        }
    }

    /** When the query says that the request was sent: milliseconds, as {@code sent_at} or {@code _} (4.1). */
    private static Optional<Instant> sentAt(Request request) {
        return request.query("sent_at")
                .or(() -> request.query("_"))
                .map(CaptureRoutes::milliseconds)
                .map(Instant::ofEpochMilli)
                .filter(it -> !it.isBefore(FIRST_SENT_AT));
    }

    private static long milliseconds(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw CaptureException.badRequest(
                    "failed to parse request: `sent_at` and `_` in the query are whole numbers of milliseconds");
        }
    }

    private ProjectId projectOf(String token) {
        return tokens.projectOf(token)
                .orElseThrow(() -> new CaptureException(new CaptureFailure.BadToken(
                        "no project has this token: check the project API key (it starts with phc_)")));
    }

    private static Response refused(CaptureFailure failure) {
        Response response = Response.text(failure.status(), failure.text());
        return switch (failure) {
            case CaptureFailure.Overloaded _ -> response.header("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
            case CaptureFailure.Incomplete _ -> response.header("Connection", "close");
            case CaptureFailure.BadRequest _, CaptureFailure.BadToken _, CaptureFailure.TooLarge _ -> response;
        };
    }
}
