package dev.tessera.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs benchmarks: {@code [--quick] [NAME…] -- COMMAND…}, where the command starts the packaged server.
 *
 * <p>It is meant to be started by {@code ./tessera bench} in the root of the repository.
 */
public final class Bench {
    private static final Path FOLDER = Path.of("target", "bench");
    private static final Path RESULTS = Path.of("target", "bench.json");
    private static final List<Benchmark> ALL = List.of(
            new CaptureBenchmark(),
            new DedupBenchmark(),
            new StartBenchmark(),
            new QueryBenchmark(),
            new WebBenchmark());

    private Bench() {}

    /** Exits with 2 when it is called wrongly; a figure that misses its target is no failure. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> arguments = List.of(args);
        int separator = arguments.indexOf("--");
        List<String> names = new ArrayList<>(arguments.subList(0, Math.max(0, separator)));
        boolean quick = names.remove("--quick");
        List<Benchmark> chosen = ALL.stream()
                .filter(it -> names.isEmpty() || names.contains(it.name()))
                .toList();
        if (separator < 0 || chosen.size() < names.size()) {
            System.err.println("Usage: ./tessera bench [--quick] [NAME…], with names out of "
                    + String.join(", ", ALL.stream().map(Benchmark::name).toList()) + ".");
            System.exit(2);
        }
        Report report = new Report(System.out);
        List<String> command = arguments.subList(separator + 1, arguments.size());
        try (Workbench bench = new Workbench(quick ? Scale.QUICK : Scale.FULL, command, FOLDER, report)) {
            for (Benchmark benchmark : chosen) {
                benchmark.run(bench);
            }
            bench.clear();
        }
        report.printTable();
        report.write(RESULTS);
    }
}
