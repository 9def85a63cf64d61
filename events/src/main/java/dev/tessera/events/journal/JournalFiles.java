package dev.tessera.events.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The file system as the journal uses it, thin enough that a test can make any of its calls fail.
 *
 * <p>Paths are those of one directory and of the files right in it.
 */
public interface JournalFiles {
    /** The machine's file system. */
    static JournalFiles onDisk() {
        return new DiskFiles();
    }

    /** Makes {@code directory} with its parents where missing, and keeps every other process out until closed. */
    DirectoryLock lock(Path directory) throws IOException;

    /** The files in {@code directory}, in the order of their names. */
    List<Path> list(Path directory) throws IOException;

    /** Opens {@code file} for reading and writing, and makes it when it is missing. */
    JournalFile open(Path file) throws IOException;

    /** Opens {@code file} for reading. */
    JournalFile openToRead(Path file) throws IOException;

    void delete(Path file) throws IOException;

    /** Makes the names of files made or deleted in {@code directory} as durable as forced content. */
    void forceDirectory(Path directory) throws IOException;

    /** A lock on a directory. */
    interface DirectoryLock extends AutoCloseable {
        @Override
        void close() throws IOException;
    }
}
