package dev.tessera.bench;

import java.io.IOException;
import java.util.OptionalDouble;

/** Peaks of resident memory. */
final class Memory {
    private static final String TARGET = "512 MB";

    private Memory() {}

    /** Reports the peak of {@code server} so far, where the system tells it. */
    static void report(Report report, String benchmark, String name, Server server) throws IOException {
        OptionalDouble peak = server.peakMemory();
        if (peak.isPresent()) {
            report.add(new Figure(benchmark, name + " (VmHWM)", peak.getAsDouble(), "MB").target(TARGET));
        }
    }
}
