package dev.tessera.server;

import dev.tessera.server.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of a demo, which holds nothing else, and the mark in it that says whether the demo's history was written to
 * its end. A folder without that end is emptied: what a start left that was interrupted is of no use.
 */
final class DemoFolder implements AutoCloseable {
    private static final String MARK = "demo.state";
    private static final String LOCK = "demo.lock";
    private static final String DRAFT = "demo.new";
    private static final Set<String> OWN = Set.of(MARK, LOCK, DRAFT);
    private static final String UNFINISHED = "unfinished";

    private final Path folder;
    private final FileChannel lock;
    private Optional<Instant> historyEnd;

    private DemoFolder(Path folder, FileChannel lock, Optional<Instant> historyEnd) {
        this.folder = folder;
        this.lock = lock;
        this.historyEnd = historyEnd;
    }

    /**
     * Opens the folder for this process alone, making it when it is missing and emptying it when it is unfinished.
     *
     * @throws ConfigException when it holds something else, or another process uses it
     */
    static DemoFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            if (!isDemo(folder) && !contents(folder).isEmpty()) {
                throw new ConfigException(folder + " holds something else than a demo."
                        + " Move it away, or choose another folder with TESSERA_DATA_DIR.");
            }
            FileChannel lock = lock(folder);
            boolean opened = false;
            try {
                Optional<Instant> end = historyEnd(folder);
                if (end.isEmpty()) {
                    mark(folder, UNFINISHED);
                    empty(folder);
                }
                opened = true;
                return new DemoFolder(folder, lock, end);
            } finally {
                if (!opened) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw new ConfigException("The demo's folder " + folder + " cannot be used: " + e.getMessage());
        }
    }

    /** Whether {@code folder} belongs to a demo, finished or not. */
    static boolean isDemo(Path folder) {
        return Files.isRegularFile(folder.resolve(MARK));
    }

    /** Up to when the history goes that is in the folder; empty when it has yet to be written. */
    Optional<Instant> historyEnd() {
        return historyEnd;
    }

    /** From now on the folder has a history that goes up to {@code end}, also after a power cut. */
    void finish(Instant end) {
        try {
            mark(folder, end.toString());
            historyEnd = Optional.of(end);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot mark the demo in " + folder + " as finished", e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // This process has it: answered below.
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        if (!locked) {
            throw new ConfigException("Another process runs the demo in " + folder + ". Stop it first.");
        }
        return channel;
    }

    private static Optional<Instant> historyEnd(Path folder) throws IOException {
        Path mark = folder.resolve(MARK);
        try {
            return Files.exists(mark)
                    ? Optional.of(Instant.parse(Files.readString(mark).strip()))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static void mark(Path folder, String text) throws IOException {
        Path draft = folder.resolve(DRAFT);
        try (FileChannel file = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(draft, folder.resolve(MARK), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceDirectory(folder);
    }

    /** Where a directory can be opened at all, its entries are on disk after this. */
    private static void forceDirectory(Path folder) {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Windows opens no directories, and writes their entries anyway.
        }
    }

    private static List<Path> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> !OWN.contains(String.valueOf(it.getFileName())))
                    .toList();
        }
    }

    private static void empty(Path folder) throws IOException {
        for (Path entry : contents(folder)) {
            try (Stream<Path> tree = Files.walk(entry)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
