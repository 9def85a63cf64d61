package dev.tessera.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.time.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final SettableClock clock = new SettableClock("2026-01-01T00:00:00Z");
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void drawsOneLineOverAndOverOnATerminal() {
        Progress progress = new Progress(clock, out, true, 1_000);
        acknowledge(progress, 500, Duration.ofSeconds(2));
        acknowledge(progress, 1_000, Duration.ofSeconds(2));
        progress.say("Stored " + progress.total() + ".");
        assertThat(printed())
                .containsExactly(
                        "\r[###############---------------]  50 %  4,000 events, 2,000 events/s, 2 s left"
                                + "\r[##############################] 100 %  8,000 events, 2,000 events/s, 0 s left",
                        "Stored 8,000 events in 4 s (2,000 events/s).");
    }

    @Test
    void writesALineEveryFewSecondsElsewhere() {
        Progress progress = new Progress(clock, out, false, 100_000);
        for (int i = 1; i <= 7; i++) {
            acknowledge(progress, i * 1_000L, Duration.ofSeconds(2));
        }
        assertThat(printed())
                .containsExactly(
                        "3 %  12,000 events, 2,000 events/s, 3 min 14 s left",
                        "6 %  24,000 events, 2,000 events/s, 3 min 8 s left");
    }

    @Test
    void saysWhyItWaitsButNotAtEveryTry() {
        Progress progress = new Progress(clock, out, false, 100);
        progress.waiting("the server answers 503", Duration.ofMillis(200));
        progress.waiting("the server answers 503", Duration.ofMillis(400));
        clock.advance(Duration.ofSeconds(6));
        progress.waiting("the connection was lost", Duration.ofSeconds(3));
        assertThat(printed())
                .containsExactly(
                        "Waiting: the server answers 503. Next try in 0.2 s.",
                        "Waiting: the connection was lost. Next try in 3.0 s.");
    }

    @Test
    void aShorterLineCoversTheLongerOneBeforeIt() {
        Progress progress = new Progress(clock, out, true, 1_000);
        acknowledge(progress, 500, Duration.ofSeconds(2));
        progress.waiting("no server", Duration.ofSeconds(1));
        assertThat(printed().getFirst()).matches("(?s).*left\rWaiting: no server\\. Next try in 1\\.0 s\\. {20,}");
    }

    @Test
    void anInterruptedImportSaysHowFarItIsAndHowToGoOn() {
        Progress progress = new Progress(clock, out, true, 1_000);
        assertThat(progress.interrupted()).startsWith("Interrupted; nothing is done for certain. Run the same command");
        acknowledge(progress, 500, Duration.ofSeconds(1));
        assertThat(progress.interrupted()).startsWith("Interrupted; lines 1 to 4,000 are done for certain.");
    }

    private void acknowledge(Progress progress, long end, Duration took) {
        clock.advance(took);
        progress.acknowledged(new Window(List.of(), List.of(), 4_000, end), 4_000);
    }

    private List<String> printed() {
        return List.of(bytes.toString(StandardCharsets.UTF_8).split("\n"));
    }
}
