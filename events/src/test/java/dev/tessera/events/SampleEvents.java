package dev.tessera.events;

import dev.tessera.kernel.id.EventSequence;
import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Events for tests. Event number {@code n} has a UUID made from {@code n} and sequence {@code n}. */
public final class SampleEvents {
    /** The project of events that name no other. */
    public static final ProjectId PROJECT = new ProjectId(1);

    private SampleEvents() {}

    /** Event number {@code number} of {@link #PROJECT}. */
    public static StoredEvent event(long number) {
        return event(PROJECT, number);
    }

    /** Event number {@code number} of {@code project}. */
    public static StoredEvent event(ProjectId project, long number) {
        return new StoredEvent(
                project,
                uuid(number),
                new EventSequence(number),
                "event " + number % 3,
                "visitor-" + number % 10,
                new PersonId(1 + number % 10),
                Instant.parse("2026-03-01T00:00:00Z").plusSeconds(60 * number),
                Instant.parse("2026-03-01T00:00:01.000001Z").plusSeconds(60 * number),
                "{\"number\":" + number + ",\"text\":\"it's \\\"ö\\\" 💡\"}");
    }

    /** {@code event} with other properties. */
    public static StoredEvent with(StoredEvent event, String properties) {
        return new StoredEvent(
                event.project(),
                event.uuid(),
                event.sequence(),
                event.event(),
                event.distinctId(),
                event.person(),
                event.timestamp(),
                event.receivedAt(),
                properties);
    }

    /** The UUID of event number {@code number}; it looks random, as version 4 does. */
    public static UUID uuid(long number) {
        return new UUID(number * 0x9E37_79B9_7F4A_7C15L, ~number * 0x94D0_49BB_1331_11EBL);
    }

    /** Events number {@code from} up to, but not, {@code to}. */
    public static List<StoredEvent> events(long from, long to) {
        List<StoredEvent> events = new ArrayList<>();
        for (long number = from; number < to; number++) {
            events.add(event(number));
        }
        return events;
    }
}
