package dev.tessera.events.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file of the journal. */
public interface JournalFile extends AutoCloseable {
    /** Reads bytes from {@code offset} on into {@code target}, perhaps not all that fit; -1 at the end of the file. */
    int read(ByteBuffer target, long offset) throws IOException;

    /** Writes bytes of {@code source} at {@code offset}, perhaps not all of them, and tells how many. */
    int write(ByteBuffer source, long offset) throws IOException;

    /** Returns when all that was written is on disk. */
    void force() throws IOException;

    void truncate(long size) throws IOException;

    long size() throws IOException;

    @Override
    void close() throws IOException;
}
