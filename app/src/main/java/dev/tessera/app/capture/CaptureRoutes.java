package dev.tessera.app.capture;

import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.BodyBudget;
import dev.tessera.app.http.Handler;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Pieces;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.app.ingestion.AcceptedEvents;
import dev.tessera.app.ingestion.Ingestion;
import dev.tessera.events.journal.JournalException;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.time.Clock;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes to which SDKs send events (spec/ingestion.md 1 to 3).
 *
 * <p>A 200 means that every event of the request is on disk, unless a quota is used up. Any other answer means that none
 * is, and is plain text.
 */
public final class CaptureRoutes {
    private static final Logger log = LoggerFactory.getLogger(CaptureRoutes.class);

    /** The memory that all requests in flight share for bodies and what is made of them (ARCHITECTURE.md, promise 4). */
    public static final long BODY_BUDGET = 32L << 20;

    /** A time in the query before this one was given in seconds, and is not used (spec/ingestion.md 4.1). */
    private static final Instant FIRST_SENT_AT = Instant.parse("2021-01-01T00:00:00Z");

    /** What old SDKs send to this path says what to set for a person, and is no event by itself (spec/ingestion.md 2.2). */
    private static final String PERSONS = "/engage/";

    private static final String PERSON_UPDATE = "$identify";
    private static final String RECORDINGS = "/s/";

    private static final Response STORED = Response.json(200, "{\"status\":\"Ok\"}");

    private static final Response DISCARDED =
            Response.json(200, "{\"status\":\"Ok\",\"quota_limited\":[\"recordings\"]}");

    private final ProjectTokens tokens;
    private final EventQuota quota;
    private final ClientAddresses addresses;
    private final Ingestion ingestion;
    private final Clock clock;
    private final RandomGenerator random;
    private final BodyBudget budget;

    /**
     * Routes that store what is sent.
     *
     * @param quota what is beyond it is answered as if it were stored (spec/ingestion.md 8.4): SDKs would send it again
     * @param budget the memory that bodies in flight share
     */
    public CaptureRoutes(
            ProjectTokens tokens,
            EventQuota quota,
            ClientAddresses addresses,
            Ingestion ingestion,
            Clock clock,
            RandomGenerator random,
            BodyBudget budget) {
        this.tokens = tokens;
        this.quota = quota;
        this.addresses = addresses;
        this.ingestion = ingestion;
        this.clock = clock;
        this.random = random;
        this.budget = budget;
    }

    public List<Route> routes() {
        return Stream.of(
                        events("/batch/", "Store a batch of events"),
                        events("/e/", "Store events sent by a browser"),
                        events("/i/v0/e/", "Store events"),
                        events("/capture/", "Store events (older name)"),
                        events("/track/", "Store events (oldest name)"),
                        events(PERSONS, "Set properties of a person (oldest form)", Optional.of(PERSON_UPDATE)),
                        recordings())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> events(String path, String summary) {
        return events(path, summary, Optional.empty());
    }

    /** The routes of a path; {@code nameless} is the name of a single event that has none, where that may be. */
    private List<Route> events(String path, String summary, Optional<String> nameless) {
        Handler storing = request -> capture(request, nameless);
        return List.of(
                storing(HttpMethod.POST, path, summary).body(payload()).by(storing),
                storing(HttpMethod.GET, path, summary + ", from the query")
                        .parameter("data", Schema.string(), "What a body would be, or that in base64.")
                        .by(storing),
                asking(path));
    }

    /** Recordings are not stored. A browser that is told so stops to send them for a while (spec/ingestion.md 6). */
    private static List<Route> recordings() {
        Handler discarding = request -> {
            PayloadReader.discard(request);
            return DISCARDED;
        };
        return List.of(
                storing(HttpMethod.POST, RECORDINGS, "Take session recordings, and discard them")
                        .by(discarding),
                storing(HttpMethod.GET, RECORDINGS, "Take a session recording from the query, and discard it")
                        .by(discarding),
                asking(RECORDINGS));
    }

    /** Browsers ask this before they send; what else asks learns that it can. */
    private static Route asking(String path) {
        return Operation.of(
                        HttpMethod.OPTIONS, path, "Whether events can be sent here", new Authorization.ProjectToken())
                .forAnySite()
                .by(_ -> STORED);
    }

    private static Operation storing(HttpMethod method, String path, String summary) {
        return Operation.of(method, path, summary, new Authorization.ProjectToken())
                .forAnySite()
                .parameter("compression", Schema.oneOf("gzip", "gzip-js", "base64", "lz64"), "How the body is packed.")
                .parameter("sent_at", Schema.integer(), "When the body was sent, in milliseconds since 1970.")
                .parameter("beacon", Schema.integer(), "1 for an answer without a body.")
                .response(200, Schema.object().field("status", Schema.string()));
    }

    private static Schema payload() {
        return Schema.object()
                .field("api_key", Schema.string().described("Project token, phc_…"))
                .field("batch", Schema.list(event()))
                .field("sent_at", Schema.instant())
                .field("historical_migration", Schema.bool());
    }

    private static Schema event() {
        return Schema.object()
                .required("event", Schema.string())
                .required("distinct_id", Schema.any())
                .field("properties", Schema.object())
                .field("timestamp", Schema.instant())
                .field("uuid", Schema.uuid());
    }

    private Response capture(Request request, Optional<String> nameless) throws InterruptedException {
        if (ingestion.overloaded()) {
            PayloadReader.discard(request);
            return new CaptureFailure.Overloaded().answer();
        }
        try (CaptureMemory memory = CaptureMemory.of(budget)) {
            Instant now = clock.now();
            Pieces body = PayloadReader.read(request, memory);
            Optional<Instant> sentAt = sentAt(request);
            PayloadParser payload = PayloadParser.of(body, memory);
            Optional<ProjectId> project = payload.token().map(this::projectOf); // Before much is made of the events.
            Reception reception = new Reception(now, sentAt, addresses.of(request), nameless);
            AcceptedEvents events = payload.events(reception, random);
            if (!events.isEmpty() && !quota.isUsedUp(project.orElseThrow())) {
                ingestion.accept(project.orElseThrow(), events, now);
            }
            return request.query("beacon").equals(Optional.of("1")) ? Response.empty(204) : STORED;
        } catch (CaptureException e) {
            return e.answer();
        } catch (DatabaseUnavailableException e) {
            log.debug("Events were refused: the database, which knows the tokens, is away: {}", e.getMessage());
            return new CaptureFailure.Overloaded().answer();
        } catch (JournalException e) {
            log.debug("Events were refused; the journal has said why once: {}", e.getMessage());
            return new CaptureFailure.Overloaded().answer();
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
        return tokens.projectOf(token).orElseThrow(() -> CaptureException.badToken(CaptureException.UNKNOWN_TOKEN));
    }
}
