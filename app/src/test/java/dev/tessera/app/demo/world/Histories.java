package dev.tessera.app.demo.world;

import java.time.Instant;

/** Stories to look at in tests. */
final class Histories {
    static final long SEED = 19;

    private Histories() {}

    static World endingAt(String end) {
        return new World(SEED, Story.endingAt(Instant.parse(end)));
    }
}
