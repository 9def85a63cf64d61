package dev.tessera.server;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.tessera.app.access.FirstEvents;
import dev.tessera.app.capture.CaptureRoutes;
import dev.tessera.app.capture.EventQuota;
import dev.tessera.app.capture.MonthlyQuota;
import dev.tessera.app.http.BodyBudget;
import dev.tessera.app.http.HttpServer;
import dev.tessera.app.http.Route;
import dev.tessera.app.ingestion.Applier;
import dev.tessera.app.ingestion.Ingestion;
import dev.tessera.app.ops.Metrics;
import dev.tessera.app.ops.OpsRoutes;
import dev.tessera.app.query.Answers;
import dev.tessera.app.query.QueryLimits;
import dev.tessera.app.query.QueryRoutes;
import dev.tessera.app.snippet.LocalEvaluationRoutes;
import dev.tessera.app.snippet.SnippetRoutes;
import dev.tessera.app.web.WebApplication;
import dev.tessera.app.web.WebFiles;
import dev.tessera.events.SeenKeys;
import dev.tessera.events.journal.Journal;
import dev.tessera.kernel.time.Clock;
import dev.tessera.server.config.CaptureSettings;
import dev.tessera.server.config.ConfigException;
import dev.tessera.server.config.DemoSettings;
import dev.tessera.server.config.HttpSettings;
import dev.tessera.server.config.Settings;
import dev.tessera.server.config.SetupSettings;
import dev.tessera.server.config.StorageSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole product, running. Here, and nowhere else, its parts are put together. */
public final class Server implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** The part of the heap that the filter of event keys may take (docs/decisions/0003-event-store-duckdb.md). */
    private static final int SEEN_KEYS_SHARE = 5;

    private final HttpServer http;
    private final Closer closer;

    private static SeenKeys seenKeys() {
        return new SeenKeys(Runtime.getRuntime().maxMemory() / SEEN_KEYS_SHARE);
    }

    private Server(HttpServer http, Closer closer) {
        this.http = http;
        this.closer = closer;
    }

    /**
     * Opens the stores, sets up what is missing, and listens; returns when requests are answered.
     *
     * @throws RuntimeException when a store cannot be opened or the port is taken; nothing is left open then
     */
    public static Server start(Settings settings, Clock clock) throws InterruptedException {
        return start(settings, clock, UnaryOperator.identity());
    }

    /** Starts with stores that {@code around} was put around, to make them fail. */
    static Server start(Settings settings, Clock clock, UnaryOperator<Stores> around) throws InterruptedException {
        if (DemoFolder.isDemo(StorageSettings.of(settings).dataDir())) {
            throw new ConfigException(StorageSettings.of(settings).dataDir()
                    + " is the folder of a demo, whose key everybody knows. Choose another with TESSERA_DATA_DIR.");
        }
        return start(settings, clock, Content.none(), around);
    }

    /** Starts a demo in place of a server for one's own data: {@link DemoSettings} say where it differs. */
    public static Server startDemo(Settings settings, Clock clock) throws InterruptedException {
        Settings ofDemo = DemoSettings.of(settings);
        return start(ofDemo, clock, DemoContent.in(ofDemo, clock), UnaryOperator.identity());
    }

    private static Server start(Settings settings, Clock clock, Content content, UnaryOperator<Stores> around)
            throws InterruptedException {
        Closer closer = new Closer();
        closer.add(content);
        boolean started = false;
        try {
            Server server = start(settings, clock, content, around, closer);
            started = true;
            return server;
        } finally {
            if (!started) {
                closer.close();
            }
        }
    }

    private static Server start(
            Settings settings, Clock clock, Content content, UnaryOperator<Stores> around, Closer closer)
            throws InterruptedException {
        StorageSettings storage = StorageSettings.of(settings);
        Stores stores = around.apply(Stores.open(storage, closer));
        SecureRandom random = new SecureRandom();
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        closer.add(registry::close);
        Metrics metrics = new Metrics(registry);
        closer.add(metrics.watchProcess());

        Definitions definitions = Definitions.over(stores.database());
        Access access = Access.over(stores.database(), settings, content.isDemo(), clock, random);
        Boards boards = Boards.over(stores.database(), access, clock, random);
        content.fill(stores, access, boards, definitions.tracker());

        Journal journal = stores.openJournal(storage, closer);
        setUp(access, settings);
        Applier applier = closer.add(new Applier(
                journal, stores.events(), definitions.step(stores), seenKeys(), clock, metrics.ingestion()));
        Background background = closer.add(new Background());
        Ingestion ingestion = new Ingestion(journal, applier, new FirstEvents(access.projects(), background));
        metrics.watch(ingestion);

        Answers answers = new Answers(stores.events(), ingestion::awaitAcknowledged, clock, QueryLimits.defaults());

        List<Route> routes = new ArrayList<>();
        BodyBudget bodies = new BodyBudget(CaptureRoutes.BODY_BUDGET);
        CaptureSettings capture = CaptureSettings.of(settings);
        EventQuota quota = quota(capture.quota(), stores, clock);
        routes.addAll(new CaptureRoutes(access.tokens(), quota, capture.addresses(), ingestion, clock, random, bodies)
                .routes());
        WebApplication web = new WebApplication(WebFiles.packed());
        routes.addAll(new SnippetRoutes(access.tokens(), web::file, bodies, clock, random).routes());
        routes.addAll(access.routes());
        routes.addAll(new LocalEvaluationRoutes(access.guard()).routes());
        routes.addAll(new QueryRoutes(access.guard(), answers).routes());
        routes.addAll(boards.routes(access, answers, clock));
        routes.addAll(definitions.routes(stores, access, ingestion::awaitAcknowledged, clock));
        routes.addAll(new OpsRoutes(Readiness.checks(stores, journal, applier), registry).routes());
        routes.add(OpsRoutes.schema(routes, Version.current()));

        HttpSettings address = HttpSettings.of(settings);
        HttpServer http = closer.add(new HttpServer(
                routes,
                address.siteUrl(),
                address.host(),
                address.port(),
                GRACE,
                metrics.requests(),
                new StoreFailures(),
                content.pages(access, web::answer)));
        applier.start();
        http.start();
        closer.add(content.enliven(stores, ingestion, access));
        return new Server(http, closer);
    }

    private static EventQuota quota(OptionalInt most, Stores stores, Clock clock) {
        return most.isEmpty()
                ? EventQuota.none()
                : new MonthlyQuota(
                        stores.events(),
                        most.getAsInt(),
                        clock,
                        Ticker.systemTicker(),
                        count -> Thread.ofVirtual().start(count));
    }

    private static void setUp(Access access, Settings settings) throws InterruptedException {
        if (SetupSettings.of(settings).isEmpty()) {
            if (access.users().isEmpty()) {
                log.info("There is no user yet: whoever signs up first administers this instance");
            }
            return;
        }
        if (access.accounts().setUp(SetupSettings.of(settings).get())) {
            log.info("Made the first user and project");
        }
    }

    /** The port that is listened on. */
    public int port() {
        return http.port();
    }

    /** Finishes the requests under way, then what was accepted is on disk, and closes everything. */
    @Override
    public void close() {
        closer.close();
    }
}
