package dev.tessera.bench;

import dev.tessera.bench.EventWriter.UuidKind;
import dev.tessera.bench.Sender.Outcome;
import java.io.IOException;
import java.time.Duration;

/** How many events come in over HTTP while dashboards are looked at, how soon they are acknowledged, and what memory that takes. */
final class CaptureBenchmark implements Benchmark {
    private static final int RATE = 20_000;

    /** Enough that requests are sent when they are due even while some wait for an answer. */
    private static final int OPEN_CONNECTIONS = 64;

    private static final int VIEWERS = 5;

    private static final Duration RECENTLY = Duration.ofHours(1);

    @Override
    public String name() {
        return "capture";
    }

    @Override
    public void run(Workbench bench) throws IOException, InterruptedException {
        bench.fill();
        try (Server server = bench.serve(bench.mainData())) {
            atFixedRate(bench, server);
            Memory.report(bench.report(), name(), "peak memory, writing and reading", server);
            inSmallRequests(bench, server, 20);
            inSmallRequests(bench, server, 1);
        }
    }

    private void atFixedRate(Workbench bench, Server server) throws IOException, InterruptedException {
        warmUp(bench, server);
        int events = (int) (RATE * bench.scale().openLoop().toSeconds());
        try (Load load = bench.load("rate", events, Workbench.BATCH, 2, UuidKind.TIME_ORDERED, RECENTLY);
                Viewers viewers = Viewers.of(ReferenceBoard.on(server), VIEWERS);
                Reader reader = new Reader(
                        server, Questions.about(bench.now()).getFirst().query())) {
            bench.report().progress("sending " + RATE + " events/s beside a reader and " + VIEWERS + " viewers");
            CpuTime before = CpuTime.of(server);
            Outcome outcome = Sender.atRate(server.port(), load, OPEN_CONNECTIONS, (double) RATE / Workbench.BATCH);
            Report report = bench.report();
            report.add(new Figure(name(), "offered " + RATE + " events/s", outcome.eventsPerSecond(), "events/s")
                    .target("20,000 events/s")
                    .beside(outcome.refusals() + " answers with 503; "
                            + CpuTime.of(server).since(before, outcome.seconds())));
            report.add(new Figure(
                    name(), "acknowledgement p50", outcome.latencies().median(), "ms"));
            report.add(new Figure(
                            name(), "acknowledgement p99", outcome.latencies().millis(0.99), "ms")
                    .target("250 ms")
                    .beside(WriteYardstick.measure(bench.folder(), load)));
            Latencies boards = viewers.stop();
            report.add(new Figure(
                            name(),
                            "12 tiles, for each of " + VIEWERS + " viewers, of whom one refreshes",
                            boards.median(),
                            "ms")
                    .beside(boards.count() + " times, " + boards.spread()));
            Latencies answers = reader.stop();
            report.add(new Figure(name(), "fresh answer to the reader, median", answers.median(), "ms")
                    .beside(answers.count() + " answers, " + answers.spread()));
        }
    }

    private static void warmUp(Workbench bench, Server server) throws IOException {
        int events = (int) (RATE / 2 * bench.scale().warmUp().toSeconds());
        try (Load load = bench.load("warm-up", events, Workbench.BATCH, 3, UuidKind.TIME_ORDERED, RECENTLY)) {
            Sender.atRate(server.port(), load, OPEN_CONNECTIONS, RATE / 2.0 / Workbench.BATCH);
        }
    }

    private void inSmallRequests(Workbench bench, Server server, int each) throws IOException, InterruptedException {
        Duration limit = bench.scale().smallBatches();
        int events = (int) (limit.toSeconds() * (each == 1 ? 10_000 : 40_000));
        try (Load load = bench.load("batches-of-" + each, events, each, 10 + each, UuidKind.TIME_ORDERED, RECENTLY)) {
            Settled settled = Settled.after(
                    server, () -> Sender.asFastAsPossible(server.port(), load, Workbench.CONNECTIONS, limit));
            bench.report()
                    .add(settled.figure(name(), each + (each == 1 ? " event" : " events") + " a request, no pause")
                            .beside("acknowledgement "
                                    + settled.outcome().latencies().spread() + "; "
                                    + WriteYardstick.measure(bench.folder(), load)));
        }
    }
}
