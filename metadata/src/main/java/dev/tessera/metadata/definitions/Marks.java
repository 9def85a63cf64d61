package dev.tessera.metadata.definitions;

import dev.tessera.app.access.UserId;
import dev.tessera.app.definitions.Notes.Mark;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two columns that say who did something when. */
final class Marks {
    private Marks() {}

    static @Nullable Instant at(Optional<Mark> mark) {
        return mark.map(Mark::at).orElse(null);
    }

    static @Nullable Long by(Optional<Mark> mark) {
        return mark.flatMap(Mark::by).map(UserId::value).orElse(null);
    }

    static Optional<Mark> read(@Nullable Instant at, @Nullable Long by) {
        return Optional.ofNullable(at)
                .map(it -> new Mark(it, Optional.ofNullable(by).map(UserId::new)));
    }
}
