package dev.tessera.bench;

import dev.tessera.bench.EventWriter.UuidKind;
import java.io.IOException;
import java.time.Duration;

/** What it costs to find out that events are new, or that they are not, when the store is full. */
final class DedupBenchmark implements Benchmark {
    private static final Duration SPAN = Duration.ofDays(1);

    @Override
    public String name() {
        return "dedup";
    }

    @Override
    public void run(Workbench bench) throws IOException, InterruptedException {
        bench.fill();
        int events = bench.scale().freshEvents();
        try (Server server = bench.serve(bench.mainData());
                Load random = bench.load("fresh-v4", events, Workbench.BATCH, 30, UuidKind.RANDOM, SPAN);
                Load ordered = bench.load("fresh-v7", events, Workbench.BATCH, 31, UuidKind.TIME_ORDERED, SPAN)) {
            String store = " to a store of " + Figure.number(bench.scale().storedEvents());
            measure(bench, server, random, "fresh v4 uuids" + store);
            measure(bench, server, ordered, "fresh v7 uuids" + store);
            measure(bench, server, bench.history(), "every stored event again");
            Memory.report(bench.report(), name(), "peak memory", server);
        }
    }

    private void measure(Workbench bench, Server server, Load load, String what)
            throws IOException, InterruptedException {
        bench.report().progress("sending " + load.events() + " events: " + what);
        Settled settled = Settled.after(
                server, () -> Sender.asFastAsPossible(server.port(), load, Workbench.CONNECTIONS, Duration.ofDays(1)));
        bench.report()
                .add(settled.figure(name(), what)
                        .beside(settled.outcome().refusals() + " answers with 503; "
                                + WriteYardstick.measure(bench.folder(), load)));
    }
}
