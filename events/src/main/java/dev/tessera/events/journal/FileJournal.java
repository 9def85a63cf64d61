package dev.tessera.events.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal in a directory of segment files.
 *
 * <p>Callers queue their records; one thread takes all that are queued, writes them and forces them to disk once. That
 * thread alone touches the files that are written, so interrupting a caller harms nothing.
 */
public final class FileJournal implements Journal {
    /** Size from which on a new segment is begun. */
    public static final int SEGMENT_BYTES = 32 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);
    private static final int GROUP_BYTES = 8 << 20;
    /** How long a write to disk may take before its callers are told that it failed. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JournalFiles files;
    private final JournalFiles.DirectoryLock directoryLock;
    private final SegmentWriter writer;
    private final Duration patience;
    private final Thread writing;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition queued = lock.newCondition();
    private final Condition grown = lock.newCondition();
    private final Queue<PendingAppend> queue = new ArrayDeque<>();
    private boolean closed;
    private boolean refusing;
    private volatile boolean ended;
    private volatile long failingUntil = System.nanoTime();
    private volatile long end;
    private volatile Segments segments;

    private FileJournal(
            JournalFiles files,
            JournalFiles.DirectoryLock directoryLock,
            SegmentWriter writer,
            Segments segments,
            Duration patience) {
        this.files = files;
        this.directoryLock = directoryLock;
        this.writer = writer;
        this.patience = patience;
        this.segments = segments;
        this.end = writer.end();
        this.writing = Thread.ofPlatform().name("journal").unstarted(this::writeGroups);
    }

    /** Opens the journal in {@code directory} on the machine's file system, with segments of the usual size. */
    public static FileJournal open(Path directory, long minimumPosition) {
        return open(JournalFiles.onDisk(), directory, minimumPosition, SEGMENT_BYTES);
    }

    /**
     * Opens the journal in {@code directory}, making it when it is missing.
     *
     * @param minimumPosition no new record gets a smaller position, even if the files end before it; at least 1
     * @param segmentBytes size from which on a new segment is begun
     * @throws JournalException when it is damaged, in use or cannot be read
     */
    public static FileJournal open(JournalFiles files, Path directory, long minimumPosition, long segmentBytes) {
        return open(files, directory, minimumPosition, segmentBytes, PATIENCE);
    }

    /** Opens a journal that waits for the disk for {@code patience} and no longer. */
    static FileJournal open(
            JournalFiles files, Path directory, long minimumPosition, long segmentBytes, Duration patience) {
        try {
            JournalFiles.DirectoryLock held = files.lock(directory);
            try {
                Opening opening = Opening.of(files, directory, Math.max(1, minimumPosition), segmentBytes);
                FileJournal journal = new FileJournal(files, held, opening.writer(), opening.segments(), patience);
                journal.writing.start();
                return journal;
            } catch (IOException | RuntimeException e) {
                held.close();
                throw e;
            }
        } catch (IOException e) {
            throw new JournalException("The journal in " + directory + " cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public long append(Instant receivedAt, List<byte[]> payloads) throws InterruptedException {
        if (payloads.isEmpty() || payloads.stream().anyMatch(payload -> payload.length == 0)) {
            throw new IllegalArgumentException("A record is not empty");
        }
        PendingAppend append = new PendingAppend(ChronoUnit.MICROS.between(Instant.EPOCH, receivedAt), payloads);
        lock.lock();
        try {
            if (closed) {
                throw new JournalException("The journal is closed");
            }
            queue.add(append);
            queued.signal();
        } finally {
            lock.unlock();
        }
        try {
            return append.position().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new JournalException("The journal cannot be written: " + message(e), e);
        } catch (TimeoutException e) {
            forget(append);
            failed();
            throw new JournalException(
                    "The disk has not answered for " + patience
                            + ", so it is not known whether the journal has the events",
                    e);
        }
    }

    /** Does not write {@code append} any more if that has not begun: behind a disk that hangs they would pile up. */
    private void forget(PendingAppend append) {
        lock.lock();
        try {
            queue.remove(append);
        } finally {
            lock.unlock();
        }
    }

    private static String message(ExecutionException e) {
        return e.getCause() == null
                ? String.valueOf(e.getMessage())
                : String.valueOf(e.getCause().getMessage());
    }

    /** After a failed write for a while only: whoever sends no events because of it would otherwise never learn that it works again. */
    @Override
    public boolean failing() {
        return ended || System.nanoTime() - failingUntil < 0;
    }

    @Override
    public long end() {
        return end;
    }

    @Override
    public long start() {
        return segments.first().base();
    }

    @Override
    public long sizeOnDisk() {
        return segments.size(end);
    }

    @Override
    public Reader reader(long position) {
        FileJournalReader reader = new FileJournalReader(this, files, Math.max(1, position));
        try {
            reader.checkStart();
            return reader;
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    Segments segments() {
        return segments;
    }

    /** Waits until the journal ends after {@code position} or {@code nanos} have passed. */
    boolean awaitAfter(long position, long nanos) throws InterruptedException {
        if (end > position) {
            return true;
        }
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (end <= position && left > 0 && !closed) {
                left = grown.awaitNanos(left);
            }
            return end > position;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void release(long position) {
        for (Segment segment : segments.before(position)) {
            try {
                files.delete(segment.file());
            } catch (IOException e) {
                LOG.warn("Cannot delete {}, which is no longer needed; trying again later", segment.file(), e);
                return;
            }
            lock.lock();
            try {
                segments = segments.without(segment);
            } finally {
                lock.unlock();
            }
        }
    }

    /** Writes what was appended before, then refuses. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            queued.signal();
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!writing.join(PATIENCE)) {
                LOG.warn("The disk does not answer; what the journal was about to write was not acknowledged");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeGroups() {
        try {
            for (List<PendingAppend> group = nextGroup(); !group.isEmpty(); group = nextGroup()) {
                write(group);
            }
        } catch (RuntimeException | Error e) {
            ended = true;
            LOG.error("Events are refused until the server is started again: the journal ended", e);
            throw e;
        } finally {
            writer.closeQuietly();
            unlockDirectory();
        }
    }

    private void unlockDirectory() {
        try {
            directoryLock.close();
        } catch (IOException e) {
            LOG.warn("Cannot give up the lock on the journal's directory", e);
        }
    }

    /** Waits for records; none when the journal is closed and all are written. */
    private List<PendingAppend> nextGroup() {
        List<PendingAppend> group = new ArrayList<>();
        lock.lock();
        try {
            while (queue.isEmpty() && !closed) {
                queued.awaitUninterruptibly();
            }
            long bytes = 0;
            for (PendingAppend next = queue.peek(); next != null && bytes < GROUP_BYTES; next = queue.peek()) {
                bytes += next.size();
                group.add(queue.remove());
            }
        } finally {
            lock.unlock();
        }
        return group;
    }

    private void write(List<PendingAppend> group) {
        try {
            writer.write(group);
        } catch (IOException | RuntimeException | Error e) {
            refuse(group, e);
            return;
        }
        failingUntil = System.nanoTime();
        if (refusing) {
            refusing = false;
            LOG.info("The journal is written again");
        }
        long position =
                writer.end() - group.stream().mapToLong(PendingAppend::size).sum();
        publish(position);
        for (PendingAppend append : group) {
            append.position().complete(position);
            position += append.size();
        }
    }

    private void failed() {
        failingUntil = System.nanoTime() + PATIENCE.toNanos();
    }

    private void refuse(List<PendingAppend> group, Throwable failure) {
        if (!refusing) {
            refusing = true;
            LOG.error("The journal cannot be written; every append tries again and is refused until it works", failure);
        }
        failed();
        try {
            writer.restore();
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
        group.forEach(it -> it.position().completeExceptionally(failure));
    }

    /** Lets readers see a group that starts at {@code groupStart}. */
    private void publish(long groupStart) {
        lock.lock();
        try {
            if (!segments.isLast(writer.segment())) {
                segments = segments.with(groupStart, writer.segment());
            }
            end = writer.end();
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waiting for {@code millis} as nanoseconds, without overflow. */
    static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
