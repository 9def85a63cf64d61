package dev.tessera.events.duckdb;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one opening of the database puts what does not fit into memory. Each opening has its own: DuckDB names its files
 * after the process id, which in a container is always the same.
 */
record TemporaryDirectory(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryDirectory.class);
    private static final String PREFIX = "tmp-";

    /** A new one in {@code directory}, which is made when missing. */
    static TemporaryDirectory in(Path directory) throws SQLException {
        try {
            return new TemporaryDirectory(Files.createTempDirectory(Files.createDirectories(directory), PREFIX));
        } catch (IOException e) {
            throw new SQLException("Cannot make a directory in " + directory, e);
        }
    }

    /** Deletes what earlier processes have left; called once the lock on the database shows that they are gone. */
    void deleteOthers() {
        try (Stream<Path> siblings = Files.list(path.resolveSibling(""))) {
            for (Path other : siblings.filter(this::isOther).toList()) {
                delete(other);
            }
        } catch (IOException e) {
            LOG.warn("Cannot delete old temporary files beside {}", path, e);
        }
    }

    /** Deletes this one after the database was closed; what a broken database has left in it goes at the next opening. */
    void deleteWhenEmpty() {
        try {
            Files.deleteIfExists(path);
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("{} is not empty", path);
        } catch (IOException e) {
            LOG.warn("Cannot delete {}", path, e);
        }
    }

    private boolean isOther(Path sibling) {
        return String.valueOf(sibling.getFileName()).startsWith(PREFIX) && !sibling.equals(path);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
