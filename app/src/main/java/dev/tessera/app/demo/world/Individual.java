package dev.tessera.app.demo.world;

import java.time.Instant;
import java.util.List;

/**
 * A person of the demo.
 *
 * @param distinctIds the first that was known comes first
 * @param properties the text of a JSON object
 * @param identified whether it is known who it is
 * @param firstDeed the place of the first thing that they did, in the order of time
 * @param firstSeenAt when they did it
 */
public record Individual(
        List<String> distinctIds, String properties, boolean identified, int firstDeed, Instant firstSeenAt) {
    public Individual {
        distinctIds = List.copyOf(distinctIds);
    }
}
