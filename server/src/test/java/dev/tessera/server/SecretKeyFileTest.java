package dev.tessera.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.app.access.Secrets;
import dev.tessera.server.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeyFileTest {
    private final Secrets secrets = new Secrets(new SecureRandom());

    @TempDir
    private Path folder;

    @Test
    void makesAKeyOnceThatOnlyItsUserCanRead() throws IOException {
        String key = new SecretKeyFile(folder).key(secrets);
        assertThat(key).hasSizeGreaterThan(32);
        assertThat(new SecretKeyFile(folder).key(secrets)).isEqualTo(key);
        assertThat(folder).isDirectoryContaining("glob:**/secret.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void makesTheKeyAgainThatWasNotFinished() throws IOException {
        Files.writeString(folder.resolve("secret.key.new"), "half");
        assertThat(new SecretKeyFile(folder).key(secrets)).hasSizeGreaterThan(32);
        assertThat(folder.resolve("secret.key.new")).doesNotExist();
    }

    @Test
    void refusesAFileWithoutAKey() throws IOException {
        Files.writeString(folder.resolve("secret.key"), "\n");
        assertThatThrownBy(() -> new SecretKeyFile(folder).key(secrets))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("holds no secret key");
    }
}
