package dev.tessera.server;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that each press a server of their own, in an empty folder. */
public abstract class PressedServerTest {
    protected PressedServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        server = PressedServer.on(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
