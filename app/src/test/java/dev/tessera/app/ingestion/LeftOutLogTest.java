package dev.tessera.app.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tessera.app.persons.Person;
import dev.tessera.kernel.id.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LeftOutLogTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(LeftOutLog.class);
    private final LeftOutLog log = new LeftOutLog();

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
    void saysWhoOnceAMinuteAndCountsTheOthers() {
        log.add(person(7), 3, NOON);
        log.add(person(8), 2, NOON);
        log.add(person(9), 5, NOON.plusSeconds(59));
        assertThat(messages())
                .containsExactly("3 properties of persons were left out: a person has at most 65536 characters of them."
                        + " The last was of person 00000000-0000-0000-0000-000000000007 in project 1");
        log.add(person(10), 1, NOON.plusSeconds(60));
        assertThat(messages())
                .hasSize(2)
                .last()
                .isEqualTo("8 properties of persons were left out: a person has at most 65536 characters of them."
                        + " The last was of person 00000000-0000-0000-0000-00000000000a in project 1");
    }

    private List<String> messages() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Person person(int number) {
        return new Person(new PersonId(number), TestIngestion.PROJECT, new UUID(0, number), NOON, "{}", false, 0);
    }
}
