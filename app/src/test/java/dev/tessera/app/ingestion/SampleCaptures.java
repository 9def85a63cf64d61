package dev.tessera.app.ingestion;

import dev.tessera.app.persons.DistinctId;
import java.time.Instant;
import java.util.UUID;

/** Events as capture accepts them. Event number {@code n} has a UUID made from {@code n}. */
final class SampleCaptures {
    static final Instant TIME = Instant.parse("2026-03-01T09:00:00.123456Z");

    private SampleCaptures() {}

    static CapturedEvent event(int number, String distinctId) {
        return event(number, distinctId, "", "");
    }

    /** An event with person properties as JSON texts, empty for none. */
    static CapturedEvent event(int number, String distinctId, String set, String setOnce) {
        return named("event " + number, number, distinctId, set, setOnce);
    }

    static CapturedEvent named(String name, int number, String distinctId, String set, String setOnce) {
        return new CapturedEvent(
                uuid(number), name, distinctId, TIME.plusSeconds(number), "{\"number\":" + number + "}", set, setOnce);
    }

    static UUID uuid(int number) {
        return new UUID(0x7000L + number, 0x8000_0000_0000_0000L + number);
    }

    static DistinctId id(String distinctId) {
        return new DistinctId(TestIngestion.PROJECT, distinctId);
    }
}
