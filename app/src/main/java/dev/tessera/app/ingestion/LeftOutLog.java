package dev.tessera.app.ingestion;

import dev.tessera.app.persons.Person;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log that properties of persons are left out, once a minute at most: strangers cause it, as often as they want. */
final class LeftOutLog {
    private static final Logger log = LoggerFactory.getLogger(LeftOutLog.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private Instant next = Instant.MIN;
    private long unsaid;

    /**
     * {@code count} properties of {@code person} were left out.
     *
     * @param at when the events came
     */
    void add(Person person, int count, Instant at) {
        unsaid += count;
        if (!at.isBefore(next)) {
            log.warn(
                    "{} properties of persons were left out: a person has at most {} characters of them. The last was"
                            + " of person {} in project {}",
                    unsaid,
                    PersonProperties.MAX_CHARACTERS,
                    person.uuid(),
                    person.project().value());
            next = at.plus(PAUSE);
            unsaid = 0;
        }
    }
}
