package dev.tessera.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.demo.world.Deed;
import dev.tessera.app.demo.world.Story;
import dev.tessera.app.demo.world.World;
import dev.tessera.app.ingestion.CapturedEvent;
import dev.tessera.kernel.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The demo writes events past capture; capture would have made the same of them. */
class DemoEventsTest {
    private static final Instant END = Instant.parse("2026-07-15T14:20:00Z");
    private static final int EVERY = 7;

    @Test
    void areWhatCaptureMakesOfThemWhenTheyAreSent() {
        World world = new World(19, Story.endingAt(END));
        EventReader reader = new EventReader(TestCapture.receivedAt(END), new SplittableRandom(1));
        world.between(END.minus(Duration.ofDays(90)), END)
                .deeds()
                .filter(it -> it.timestamp().toEpochMilli() % EVERY == 0)
                .forEach(it -> assertThat(reader.read(sent(it))).isEqualTo(captured(it)));
    }

    private static ObjectNode sent(Deed deed) {
        ObjectNode node = Json.object();
        node.put("uuid", deed.uuid().toString());
        node.put("event", deed.event());
        node.put("distinct_id", deed.distinctId());
        node.put("timestamp", deed.timestamp().toString());
        node.set("properties", Json.parse(deed.properties()));
        return node;
    }

    private static CapturedEvent captured(Deed deed) {
        return new CapturedEvent(
                deed.uuid(),
                deed.event(),
                deed.distinctId(),
                deed.timestamp(),
                deed.properties(),
                deed.set(),
                deed.setOnce());
    }
}
