package dev.tessera.events.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The machine's file system, with faults that a test switches on and off. */
public final class FaultyJournalFiles implements JournalFiles {
    /** What can go wrong. */
    public enum Fault {
        /** A write stops halfway: the disk is full. */
        WRITE,
        /** Forcing to disk fails after the bytes were written. */
        FORCE,
        /** Forcing to disk does not return while this lasts. */
        HANG,
        /** Cutting a file fails. */
        TRUNCATE,
        /** A new file cannot be made. */
        CREATE,
        /** The directory cannot be forced to disk. */
        FORCE_DIRECTORY,
        /** A file cannot be deleted. */
        DELETE,
        /** Every write takes only a part of the bytes; nothing fails. */
        SHORT_WRITES
    }

    private final JournalFiles disk = JournalFiles.onDisk();
    private final Set<Fault> faults = ConcurrentHashMap.newKeySet();

    /** From now on exactly {@code now} goes wrong. */
    public void fail(Fault... now) {
        EnumSet<Fault> wanted = EnumSet.noneOf(Fault.class);
        wanted.addAll(List.of(now));
        faults.retainAll(wanted);
        faults.addAll(wanted);
        synchronized (faults) {
            faults.notifyAll();
        }
    }

    private void hang() throws IOException {
        synchronized (faults) {
            while (faults.contains(Fault.HANG)) {
                try {
                    faults.wait();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        }
    }

    private void check(Fault fault) throws IOException {
        if (faults.contains(fault)) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public DirectoryLock lock(Path directory) throws IOException {
        return disk.lock(directory);
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        return disk.list(directory);
    }

    @Override
    public JournalFile open(Path file) throws IOException {
        if (!file.toFile().exists()) {
            check(Fault.CREATE);
        }
        return new FaultyFile(disk.open(file));
    }

    @Override
    public JournalFile openToRead(Path file) throws IOException {
        return disk.openToRead(file);
    }

    @Override
    public void delete(Path file) throws IOException {
        check(Fault.DELETE);
        disk.delete(file);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        check(Fault.FORCE_DIRECTORY);
        disk.forceDirectory(directory);
    }

    private final class FaultyFile implements JournalFile {
        private final JournalFile file;

        FaultyFile(JournalFile file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer target, long offset) throws IOException {
            return file.read(target, offset);
        }

        @Override
        public int write(ByteBuffer source, long offset) throws IOException {
            if (faults.contains(Fault.WRITE)) {
                part(source, offset, source.remaining() / 2);
            }
            check(Fault.WRITE);
            return faults.contains(Fault.SHORT_WRITES)
                    ? part(source, offset, Math.min(source.remaining(), 7))
                    : file.write(source, offset);
        }

        private int part(ByteBuffer source, long offset, int bytes) throws IOException {
            ByteBuffer part = source.slice(source.position(), bytes);
            int written = file.write(part, offset);
            source.position(source.position() + written);
            return written;
        }

        @Override
        public void force() throws IOException {
            check(Fault.FORCE);
            hang();
            file.force();
        }

        @Override
        public void truncate(long size) throws IOException {
            check(Fault.TRUNCATE);
            file.truncate(size);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
