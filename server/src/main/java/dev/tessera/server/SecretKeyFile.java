package dev.tessera.server;

import dev.tessera.app.access.Secrets;
import dev.tessera.server.config.ConfigException;
import dev.tessera.server.config.SignInSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The secret key that an installation makes for itself, in a file of the data folder that only its own user can read. */
final class SecretKeyFile {
    private static final String NAME = "secret.key";
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;

    SecretKeyFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /**
     * The key, made when there is none yet.
     *
     * @throws ConfigException when the file holds something else
     */
    String key(Secrets secrets) {
        try {
            if (!Files.exists(file)) {
                write(secrets.id());
            }
            String key = Files.readString(file).strip();
            if (key.length() < SignInSettings.MIN_SECRET_KEY) {
                throw new ConfigException(
                        file + " holds no secret key. Delete it, and a new one is made; what was signed"
                                + " with the old one is then void.");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make or read " + file, e);
        }
    }

    /** Moved into place when it is complete: no crash leaves half a key. */
    private void write(String key) throws IOException {
        Path unfinished = file.resolveSibling(NAME + ".new");
        Files.deleteIfExists(unfinished);
        try (FileChannel out = FileChannel.open(
                unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes())) {
            ByteBuffer bytes = ByteBuffer.wrap((key + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private FileAttribute<?>[] attributes() throws IOException {
        boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
        return posix ? new FileAttribute<?>[] {PRIVATE} : new FileAttribute<?>[] {};
    }
}
