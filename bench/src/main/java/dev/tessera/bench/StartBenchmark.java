package dev.tessera.bench;

import dev.tessera.bench.EventWriter.UuidKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How soon a server answers after its process is started. */
final class StartBenchmark implements Benchmark {
    private static final String TARGET = "1,500 ms";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Workbench bench) throws IOException, InterruptedException {
        String yardstick = "a JVM that does nothing: " + Figure.number(emptyJvmMillis(bench)) + " ms";
        onNewFolders(bench, yardstick);
        bench.fill();
        onFullStore(bench, yardstick);
        afterKill(bench, yardstick);
    }

    private void onNewFolders(Workbench bench, String yardstick) throws IOException, InterruptedException {
        List<Double> healthy = new ArrayList<>();
        for (int i = 0; i < bench.scale().starts(); i++) {
            try (Server server = bench.launch(bench.folder().resolve("new-" + i))) {
                healthy.add(server.awaitOk("/_health"));
            }
        }
        bench.report()
                .add(new Figure(name(), "new folder, first healthy answer", median(healthy), "ms")
                        .target(TARGET)
                        .beside(yardstick));
    }

    private void onFullStore(Workbench bench, String yardstick) throws IOException, InterruptedException {
        List<Double> healthy = new ArrayList<>();
        List<Double> ready = new ArrayList<>();
        for (int i = 0; i < bench.scale().starts(); i++) {
            try (Server server = bench.launch(bench.mainData())) {
                healthy.add(server.awaitOk("/_health"));
                ready.add(server.awaitOk("/_readiness"));
            }
        }
        report(bench, "full store", median(healthy), median(ready), yardstick);
    }

    private void afterKill(Workbench bench, String yardstick) throws IOException, InterruptedException {
        Path data = bench.mainData();
        try (Load load =
                bench.load("kill", 1_000_000, Workbench.BATCH, 40, UuidKind.TIME_ORDERED, Duration.ofHours(1))) {
            Server killed = bench.serve(data);
            Sender.Outcome outcome = Sender.untilRefused(killed.port(), load, 32);
            killed.kill();
            bench.report()
                    .progress("killed after " + outcome.events() + " events, "
                            + (outcome.refusals() > 0 ? "the journal was full" : "the journal was never full"));
        }
        try (Server server = bench.launch(data)) {
            double healthy = server.awaitOk("/_health");
            report(bench, "after kill -9 with a full journal", healthy, server.awaitOk("/_readiness"), yardstick);
        }
    }

    private void report(Workbench bench, String what, double healthy, double ready, String yardstick) {
        bench.report()
                .add(new Figure(name(), what + ", first healthy answer", healthy, "ms")
                        .target(TARGET)
                        .beside(yardstick));
        bench.report().add(new Figure(name(), what + ", ready", ready, "ms"));
    }

    private static double emptyJvmMillis(Workbench bench) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (int i = 0; i < bench.scale().starts(); i++) {
            long start = System.nanoTime();
            new ProcessBuilder(java, "-XX:+UseSerialGC", "-version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return median(millis);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
