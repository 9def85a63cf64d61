package dev.tessera.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tessera.app.http.FailureLog;
import dev.tessera.app.http.HttpServer;
import dev.tessera.kernel.time.Clock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class PostgresOutageTest {
    private static final String QUERY = """
            {"refresh": "force_blocking", "query": {"kind": "TrendsQuery", "dateRange": {"date_from": "-7d"},
              "series": [{"kind": "EventsNode", "event": "read", "math": "total"},
                         {"kind": "EventsNode", "event": "read", "math": "dau"}],
              "trendsFilter": {"display": "BoldNumber"}}}
            """;

    private final ListAppender<ILoggingEvent> traces = new ListAppender<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        traces.start();
        ((Logger) LoggerFactory.getLogger(FailureLog.class)).addAppender(traces);
        ((Logger) LoggerFactory.getLogger(HttpServer.class)).addAppender(traces);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger(FailureLog.class)).detachAppender(traces);
        ((Logger) LoggerFactory.getLogger(HttpServer.class)).detachAppender(traces);
    }

    @Test
    void captureGoesOnWhilePostgresIsAwayAndNothingIsLost() throws Exception {
        Path cluster = folder.resolve("cluster");
        EmbeddedPostgres postgres = start(cluster, 0);
        int port = postgres.getPort();
        String url = postgres.getJdbcUrl("postgres", "postgres");
        try (RunningServer server =
                RunningServer.on(folder.resolve("data"), Clock.system(), Map.of("TESSERA_DATABASE_URL", url))) {
            server.capture(read("ada"));
            postgres.close();

            server.capture(read("bob"));
            server.capture(read("eve"));
            for (int i = 0; i < 3; i++) {
                Reply away = server.get("/api/projects/@current/");
                assertThat(away.status()).isEqualTo(503);
                assertThat(away.at("code").asString()).isEqualTo("database_unavailable");
            }
            assertThat(traces.list)
                    .singleElement()
                    .satisfies(it -> assertThat(it.getFormattedMessage())
                            .startsWith("GET /api/projects/{project_id}/ failed: database_unavailable "));
            assertThat(server.get("/_readiness").status()).isEqualTo(503);

            postgres = start(cluster, port);
            awaitReady(server);
            server.capture(read("ada"));
            Reply answer = server.post("/api/projects/@current/query/", QUERY);
            assertThat(answer.at("results/0/aggregated_value").asInt()).isEqualTo(4);
            assertThat(answer.at("results/1/aggregated_value").asInt()).isEqualTo(3);
        } finally {
            postgres.close();
        }
    }

    private static EmbeddedPostgres start(Path cluster, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static void awaitReady(RunningServer server) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (server.get("/_readiness").status() != 200 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(server.get("/_readiness").status()).isEqualTo(200);
    }

    private static String read(String person) {
        return "[{\"event\": \"read\", \"distinct_id\": \"" + person + "\"}]";
    }
}
