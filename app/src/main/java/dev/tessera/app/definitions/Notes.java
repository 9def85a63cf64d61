package dev.tessera.app.definitions;

import dev.tessera.app.access.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people note about a definition.
 *
 * @param tags in order
 * @param hidden whether people are not to be offered it
 * @param verified when somebody said that it is right to use
 * @param updated when any of this was last changed
 */
public record Notes(
        Optional<String> description,
        List<String> tags,
        boolean hidden,
        Optional<Mark> verified,
        Optional<Mark> updated) {
    public Notes {
        tags = List.copyOf(tags);
    }

    /** Something that somebody did. */
    public record Mark(Instant at, Optional<UserId> by) {}

    /** Nothing. */
    public static Notes none() {
        return new Notes(Optional.empty(), List.of(), false, Optional.empty(), Optional.empty());
    }
}
