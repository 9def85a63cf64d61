package dev.tessera.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FailureLogTest {
    private final RuntimeException away = new IllegalStateException("the server does not answer");
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5); // It may run over.
    private final FailureLog failures = new FailureLog(nanoTime::get);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(FailureLog.class);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    @Test
    void writesTheFirstOfAKindWithItsTraceAndCountsTheOthers() {
        failures.add("GET /a/", "database_unavailable", away);
        pass(59);
        failures.add("GET /b/", "database_unavailable", away);
        failures.add("GET /c/", "database_unavailable", away);
        assertThat(messages())
                .containsExactly("GET /a/ failed: database_unavailable (0 more since the last that was written)");
        assertThat(lines.list.getFirst().getThrowableProxy().getMessage()).isEqualTo("the server does not answer");
        pass(1);
        failures.add("GET /d/", "database_unavailable", away);
        failures.add("GET /e/", "database_unavailable", away);
        assertThat(messages())
                .element(1)
                .isEqualTo("GET /d/ failed: database_unavailable (2 more since the last that was written)");
        pass(3600);
        failures.add("GET /f/", "database_unavailable", away);
        assertThat(messages())
                .hasSize(3)
                .last()
                .isEqualTo("GET /f/ failed: database_unavailable (1 more since the last that was written)");
    }

    @Test
    void keepsKindsApart() {
        failures.add("GET /a/", "database_unavailable", away);
        failures.add("GET /a/", "events_unavailable", away);
        assertThat(messages())
                .containsExactly(
                        "GET /a/ failed: database_unavailable (0 more since the last that was written)",
                        "GET /a/ failed: events_unavailable (0 more since the last that was written)");
    }

    @Test
    void writesOneOfManyThatFailAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                all.add(threads.submit(() -> failures.add("GET /a/", "database_unavailable", away)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        pass(60);
        failures.add("GET /b/", "database_unavailable", away);
        assertThat(messages())
                .containsExactly(
                        "GET /a/ failed: database_unavailable (0 more since the last that was written)",
                        "GET /b/ failed: database_unavailable (999 more since the last that was written)");
    }

    private void pass(long seconds) {
        nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private List<String> messages() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
