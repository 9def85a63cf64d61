package dev.tessera.bench;

import dev.tessera.bench.EventWriter.UuidKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the benchmarks of one run share: the server's command, a folder, and a store that one of them has filled. */
final class Workbench implements AutoCloseable {
    static final int BATCH = 100;
    static final int CONNECTIONS = 8;

    private static final Duration HISTORY = Duration.ofDays(90);

    private final Scale scale;
    private final List<String> command;
    private final Path folder;
    private final Report report;
    private final Instant now = Instant.now();
    private @Nullable Load history;
    private boolean filled;

    Workbench(Scale scale, List<String> command, Path folder, Report report) throws IOException {
        this.scale = scale;
        this.command = List.copyOf(command);
        this.folder = folder.toAbsolutePath();
        this.report = report;
        deleteTree(this.folder);
        Files.createDirectories(this.folder);
    }

    Scale scale() {
        return scale;
    }

    Report report() {
        return report;
    }

    Path folder() {
        return folder;
    }

    /** The folder of the store that all benchmarks but the first starts use. */
    Path mainData() {
        return folder.resolve("data");
    }

    /** When the last event of the history happened. */
    Instant now() {
        return now;
    }

    /** Starts the server on a folder and waits until it is ready. */
    Server serve(Path data) throws IOException, InterruptedException {
        Server server = launch(data);
        server.awaitOk("/_readiness");
        return server;
    }

    /** Starts the server on a folder. */
    Server launch(Path data) throws IOException {
        return Server.start(command, data);
    }

    /** The events that fill the store: 90 days up to now, 100 to a request. */
    Load history() throws IOException {
        Load load = history;
        if (load == null) {
            load = load("history", scale.storedEvents(), BATCH, 1, UuidKind.TIME_ORDERED, HISTORY);
            history = load;
        }
        return load;
    }

    /** A load of events that happen within {@code span} before now. */
    Load load(String name, int events, int each, long seed, UuidKind uuids, Duration span) throws IOException {
        report.progress("making " + events + " events (" + name + ")");
        return Load.make(
                folder.resolve(name + ".load"),
                events / each,
                each,
                new EventWriter(seed, uuids, scale.persons()),
                now,
                span);
    }

    /** Fills the main store through HTTP, once, and reports how fast that was. */
    void fill() throws IOException, InterruptedException {
        if (filled) {
            return;
        }
        Load load = history();
        try (Server server = serve(mainData())) {
            report.progress("sending them to an empty server, as fast as it takes them");
            Settled settled = Settled.after(
                    server, () -> Sender.asFastAsPossible(server.port(), load, CONNECTIONS, Duration.ofDays(1)));
            report.add(settled.figure(
                            "capture",
                            "100 events a request, no pause, " + Figure.number((double) load.events()) + " events")
                    .target("20,000 events/s")
                    .beside(WriteYardstick.measure(folder, load)));
            report.add(new Figure(
                            "capture",
                            "acknowledgement p99, no pause, " + CONNECTIONS + " connections",
                            settled.outcome().latencies().millis(0.99),
                            "ms")
                    .beside(settled.outcome().latencies().spread()));
            Memory.report(report, "capture", "peak memory after that", server);
        }
        filled = true;
    }

    @Override
    public void close() throws IOException {
        if (history != null) {
            history.close();
        }
    }

    /** Deletes what the run needed; after a failure it stays, with the servers' logs. */
    void clear() throws IOException {
        deleteTree(folder);
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
