package dev.tessera.events.duckdb;

import java.nio.file.Path;
import java.util.Properties;

/**
 * How the DuckDB event store is run; docs/decisions/0003-event-store-duckdb.md has the measurements behind the defaults.
 *
 * @param directory holds the database file and its temporary files; made when missing
 * @param memoryMegabytes what DuckDB may use; the process takes about 130 MB more than that and the Java heap
 * @param threads that work on queries, all queries together
 * @param readers queries that run at once; others wait
 * @param checkpointMegabytes size of the write-ahead log from which on it is merged into the file
 */
public record DuckDbConfig(Path directory, int memoryMegabytes, int threads, int readers, int checkpointMegabytes) {
    /** What DuckDB may use when nothing else is said. */
    public static final int MEMORY_MEGABYTES = 100;

    /** How many threads work on queries when nothing else is said. */
    public static final int THREADS = 2;

    private static final int READERS = 4;
    private static final int CHECKPOINT_MEGABYTES = 32;

    public DuckDbConfig {
        if (memoryMegabytes < 64 || threads < 1 || readers < 1 || checkpointMegabytes < 1) {
            throw new IllegalArgumentException(
                    "DuckDB needs at least 64 MB, 1 thread, 1 reader and a checkpoint size of"
                            + " 1 MB, not " + memoryMegabytes + " MB, " + threads + ", " + readers + " and "
                            + checkpointMegabytes + " MB");
        }
    }

    /** The defaults, for a machine of any size. */
    public static DuckDbConfig in(Path directory) {
        return new DuckDbConfig(directory, MEMORY_MEGABYTES, THREADS, READERS, CHECKPOINT_MEGABYTES);
    }

    /** The same with other memory and threads. */
    public DuckDbConfig with(int otherMemoryMegabytes, int otherThreads) {
        return new DuckDbConfig(directory, otherMemoryMegabytes, otherThreads, readers, checkpointMegabytes);
    }

    Path file() {
        return directory.resolve("events.duckdb");
    }

    Path writeAheadLog() {
        return directory.resolve("events.duckdb.wal");
    }

    long checkpointBytes() {
        return (long) checkpointMegabytes << 20;
    }

    /**
     * The settings but for two that keep other files away, which would keep this one away too.
     *
     * <p>DuckDB's own checkpoints are off: they would stop a batch for a second in the middle of a commit.
     */
    Properties properties(Path temporaryDirectory) {
        Properties properties = new Properties();
        properties.setProperty("memory_limit", memoryMegabytes + "MiB");
        properties.setProperty("threads", String.valueOf(threads));
        properties.setProperty("temp_directory", temporaryDirectory.toString());
        properties.setProperty("checkpoint_threshold", "1TiB");
        properties.setProperty("allocator_background_threads", "true");
        properties.setProperty("preserve_insertion_order", "false");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("jdbc_stream_results", "true");
        return properties;
    }
}
