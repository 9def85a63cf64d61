package dev.tessera.events.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An append-only file of records in which everything acknowledged is safe from a kill and from a power cut.
 *
 * <p>A position is the number of bytes before a record since the journal began; the first record is at position 1, and
 * positions never start over. Appends of many threads are written and forced to disk together.
 */
public interface Journal extends AutoCloseable {
    /**
     * Writes a record and returns when it is on disk.
     *
     * @param receivedAt kept with the record, to the microsecond
     * @param payload not empty, and not changed until this returns
     * @return the position of the record
     * @throws JournalException when it could not be written; then no trace of it is left, and later appends may succeed
     * @throws InterruptedException when the caller no longer waits; the record may be written or not
     */
    default long append(Instant receivedAt, byte[] payload) throws InterruptedException {
        return append(receivedAt, List.of(payload));
    }

    /**
     * Writes records behind each other, all or none, and returns when they are on disk. A kill before that may leave the
     * first of them.
     *
     * @param payloads at least one, none of them empty, and not changed until this returns
     * @return the position of the first record
     * @see #append(Instant, byte[])
     */
    long append(Instant receivedAt, List<byte[]> payloads) throws InterruptedException;

    /** Whether the last write failed, not long ago: the disk is full or away. The next one may succeed. */
    boolean failing();

    /** The end of the last record that is on disk: the position that the next one will have. */
    long end();

    /** The position of the oldest record still kept, or {@link #end} when there is none. */
    long start();

    /** Bytes that segments take up on disk. */
    long sizeOnDisk();

    /**
     * A reader that starts with the record at {@code position}.
     *
     * @param position of a record, or {@link #end}; 0, the position of a store without records, means the first record,
     *     and a position skipped at opening means the record after the gap
     * @throws IllegalArgumentException when no record starts there, or no longer
     */
    Reader reader(long position);

    /** Deletes the segments that hold nothing at or after {@code position}. */
    void release(long position);

    @Override
    void close();

    /** Reads records in order; used by one thread. */
    interface Reader extends AutoCloseable {
        /**
         * The next record that is on disk, waiting up to {@code timeoutMillis} for one to come; a closed journal is
         * not waited for.
         *
         * @throws JournalException when the journal is damaged
         */
        Optional<JournalRecord> next(long timeoutMillis) throws InterruptedException;

        @Override
        void close();
    }
}
