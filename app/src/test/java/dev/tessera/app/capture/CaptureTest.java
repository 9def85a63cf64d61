package dev.tessera.app.capture;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that each send to capture in an empty folder. */
abstract class CaptureTest {
    @TempDir
    Path directory;

    protected TestCapture capture;

    @BeforeEach
    void start() {
        capture = new TestCapture(directory);
    }

    @AfterEach
    void stop() {
        capture.close();
    }
}
