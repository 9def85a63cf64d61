package dev.tessera.app.definitions;

import dev.tessera.app.access.UserId;
import dev.tessera.app.definitions.Notes.Mark;
import dev.tessera.app.http.Fields;
import dev.tessera.app.http.Schema;
import dev.tessera.app.tags.Tags;
import dev.tessera.kernel.problem.ProblemException;
import java.time.Instant;
import java.util.Optional;

/** Reads what a request notes about a definition. */
final class NotesWrite {
    private static final int MAX_DESCRIPTION = 20_000;

    private NotesWrite() {}

    /** The notes after the request, which {@code by} makes {@code now}; what it does not mention stays. */
    static Notes read(Fields fields, Notes present, UserId by, Instant now) {
        boolean verified = fields.flag("verified", present.verified().isPresent());
        boolean hidden = fields.flag("hidden", present.hidden());
        if (verified && hidden) {
            throw ProblemException.invalid(
                    "A definition cannot be hidden and verified at once.", fields.attr("hidden"));
        }
        Mark mark = new Mark(now, Optional.of(by));
        return new Notes(
                Optional.ofNullable(
                        fields.nullableText("description", present.description().orElse(null), MAX_DESCRIPTION)),
                Tags.read(fields, present.tags()),
                hidden,
                verified ? present.verified().or(() -> Optional.of(mark)) : Optional.empty(),
                Optional.of(mark));
    }

    /** Adds the fields to the shape of a request. */
    static Schema document(Schema object) {
        return object.field("description", Schema.string().nullable())
                .field("tags", Schema.list(Schema.string()))
                .field("verified", Schema.bool().described("Whether it is right to use."))
                .field("hidden", Schema.bool().described("Whether people are not to be offered it."));
    }
}
