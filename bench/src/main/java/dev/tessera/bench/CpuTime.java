package dev.tessera.bench;

import java.time.Duration;
import java.util.Locale;

/** Processor time that the server and this process, which makes the load, have used so far. */
record CpuTime(Duration server, Duration load) {
    static CpuTime of(Server server) {
        return new CpuTime(
                server.cpuTime(),
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    }

    /** {@code processors busy: server 1.42, load 0.21}. */
    String since(CpuTime before, double seconds) {
        return String.format(
                Locale.ROOT,
                "processors busy: server %.2f, load %.2f",
                server.minus(before.server).toMillis() / 1e3 / seconds,
                load.minus(before.load).toMillis() / 1e3 / seconds);
    }
}
