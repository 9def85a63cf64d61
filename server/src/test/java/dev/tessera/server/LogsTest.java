package dev.tessera.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogsTest {
    private static final String FORGED = "2026-01-01T00:00:00.000Z ERROR Forged - nothing happened";

    @Test
    void onlyAnEntryBeginsAtTheStartOfALine() {
        LoggerContext context = new LoggerContext();
        Encoder<ILoggingEvent> encoder = Logs.text(context);
        LoggingEvent event = new LoggingEvent(
                "caller",
                context.getLogger("dev.tessera.Example"),
                Level.WARN,
                "asked for {}",
                new IllegalStateException("two lines\n" + FORGED, new IllegalArgumentException("inner")),
                new Object[] {"this\r\n" + FORGED});
        String text = new String(encoder.encode(event), StandardCharsets.UTF_8);
        assertThat(text.lines().filter(line -> !line.startsWith("  ")))
                .singleElement()
                .asString()
                .endsWith(" WARN  Example - asked for this " + FORGED);
        assertThat(text)
                .containsOnlyOnce("two lines")
                .containsOnlyOnce("Caused by: java.lang.IllegalArgumentException: inner");
        assertThat(text).endsWith("\n");
    }
}
