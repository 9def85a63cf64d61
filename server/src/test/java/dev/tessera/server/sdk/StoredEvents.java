package dev.tessera.server.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.ingestion.Await;
import dev.tessera.events.StoredEvent;
import dev.tessera.events.duckdb.DuckDbFile;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.nio.file.Path;
import java.util.List;

/** The events that a server has stored. */
public final class StoredEvents {
    private static final String COUNT = """
            {"refresh": "force_blocking", "query": {"kind": "TrendsQuery", "dateRange": {"date_from": "all"},
              "series": [{"kind": "EventsNode"}], "trendsFilter": {"display": "BoldNumber"}}}
            """;

    private StoredEvents() {}

    /** Waits until {@code server} has stored {@code count} events. */
    public static void await(RunningServer server, int count) {
        Await.until(count + " events are stored", () -> count(server) >= count);
    }

    /** How many are stored of those that {@code server} has acknowledged. */
    public static int count(RunningServer server) {
        Reply reply = server.post("/api/projects/@current/query/", COUNT);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.at("results/0/aggregated_value").asInt();
    }

    /** All of them, after every one that {@code server} has acknowledged was stored; the server is stopped. */
    public static List<StoredEvent> stopAndRead(RunningServer server, Path data) {
        int count = count(server);
        server.close();
        List<StoredEvent> events = DuckDbFile.events(data.resolve("events"));
        assertThat(events).hasSize(count);
        return events;
    }
}
