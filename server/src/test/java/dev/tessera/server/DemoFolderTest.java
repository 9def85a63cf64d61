package dev.tessera.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.server.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
    private static final Instant END = Instant.parse("2026-07-15T14:20:00.123456Z");

    @TempDir
    private Path data;

    private Path folder;

    @BeforeEach
    void choose() {
        folder = data.resolve("demo");
    }

    @Test
    void isMadeAndHasNoHistoryAtFirst() throws IOException {
        try (DemoFolder demo = DemoFolder.open(folder)) {
            assertThat(demo.historyEnd()).isEmpty();
            assertThat(DemoFolder.isDemo(folder)).isTrue();
        }
    }

    @Test
    void keepsWhatItHasOnceItIsFinished() throws IOException {
        try (DemoFolder demo = DemoFolder.open(folder)) {
            fill("stores/events");
            demo.finish(END);
            assertThat(demo.historyEnd()).contains(END);
        }
        try (DemoFolder demo = DemoFolder.open(folder)) {
            assertThat(demo.historyEnd()).contains(END);
            assertThat(folder.resolve("stores/events")).hasContent("x");
        }
    }

    @Test
    void isEmptiedWhenItWasNotFinished() throws IOException {
        try (DemoFolder demo = DemoFolder.open(folder)) {
            fill("stores/events");
            fill("metadata");
            assertThat(demo.historyEnd()).isEmpty();
        }
        try (DemoFolder demo = DemoFolder.open(folder)) {
            assertThat(demo.historyEnd()).isEmpty();
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.map(it -> it.getFileName().toString()))
                        .containsExactlyInAnyOrder("demo.state", "demo.lock");
            }
        }
    }

    @Test
    void startsOverWhenItsFirstMarkWasCutShort() throws IOException {
        Files.createDirectories(folder);
        fill("demo.lock");
        fill("demo.new");
        try (DemoFolder demo = DemoFolder.open(folder)) {
            assertThat(demo.historyEnd()).isEmpty();
        }
    }

    @Test
    void leavesAFolderAloneThatHoldsSomethingElse() throws IOException {
        Files.createDirectories(folder);
        fill("metadata.sqlite");
        assertThatThrownBy(() -> DemoFolder.open(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("holds something else than a demo");
        assertThat(folder).isDirectoryNotContaining(it -> !it.endsWith("metadata.sqlite"));
        assertThat(folder.resolve("metadata.sqlite")).hasContent("x");
    }

    @Test
    void isUsedByOneAtATime() throws IOException {
        try (DemoFolder demo = DemoFolder.open(folder)) {
            fill("stores/events");
            assertThatThrownBy(() -> DemoFolder.open(folder))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("Another process runs the demo");
            assertThat(folder.resolve("stores/events")).hasContent("x");
            demo.finish(END);
        }
        try (DemoFolder demo = DemoFolder.open(folder)) {
            assertThat(demo.historyEnd()).contains(END);
        }
    }

    private void fill(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, "x");
    }
}
