package dev.tessera.events.journal;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine's file system. */
class DiskFiles implements JournalFiles {
    private static final String LOCK = "lock";

    @Override
    public DirectoryLock lock(Path directory) throws IOException {
        makeDirectory(directory.toAbsolutePath());
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) != null) {
                return channel::close;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("this process has it open already", e);
        }
        channel.close();
        throw new IOException("another process has it open; stop that one first");
    }

    /** A directory is only there after a power cut if the one around it is on disk, and so on. */
    private void makeDirectory(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (Files.isDirectory(directory) || parent == null) {
            return;
        }
        makeDirectory(parent);
        Files.createDirectories(directory);
        forceDirectory(parent);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        return channel.tryLock();
    }

    @Override
    public List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    @Override
    public JournalFile open(Path file) throws IOException {
        return new DiskFile(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @Override
    public JournalFile openToRead(Path file) throws IOException {
        return new DiskFile(FileChannel.open(file, StandardOpenOption.READ));
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        if (File.separatorChar == '\\') {
            return; // Windows neither needs nor allows it.
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private record DiskFile(FileChannel channel) implements JournalFile {
        @Override
        public int read(ByteBuffer target, long offset) throws IOException {
            return channel.read(target, offset);
        }

        @Override
        public int write(ByteBuffer source, long offset) throws IOException {
            return channel.write(source, offset);
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void truncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
