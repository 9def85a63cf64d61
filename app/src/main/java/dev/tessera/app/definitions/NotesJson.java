package dev.tessera.app.definitions;

import dev.tessera.app.access.User;
import dev.tessera.app.access.UserId;
import dev.tessera.app.access.UserJson;
import dev.tessera.app.definitions.Notes.Mark;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Notes on the wire. */
final class NotesJson {
    private NotesJson() {}

    /** Everybody who is mentioned in {@code notes}. */
    static Stream<UserId> people(Notes notes) {
        return Stream.of(notes.verified(), notes.updated())
                .flatMap(Optional::stream)
                .flatMap(it -> it.by().stream());
    }

    /** Adds {@code notes} to a definition. */
    static void write(ObjectNode json, Notes notes, Map<UserId, User> people) {
        json.put("description", notes.description().orElse(null));
        notes.tags().forEach(json.putArray("tags")::add);
        json.put("updated_at", at(notes.updated())).set("updated_by", by(notes.updated(), people));
        json.put("verified", notes.verified().isPresent())
                .put("verified_at", at(notes.verified()))
                .set("verified_by", by(notes.verified(), people));
        json.put("hidden", notes.hidden());
    }

    /** Adds what {@link #write} does to the shape of a definition. */
    static Schema document(Schema object) {
        return object.required("description", Schema.string().nullable())
                .required("tags", Schema.list(Schema.string()))
                .required("updated_at", Schema.instant().nullable())
                .required("updated_by", Schema.object().nullable())
                .required("verified", Schema.bool())
                .required("verified_at", Schema.instant().nullable())
                .required("verified_by", Schema.object().nullable())
                .required("hidden", Schema.bool());
    }

    private static @Nullable String at(Optional<Mark> mark) {
        return mark.map(it -> Json.instant(it.at())).orElse(null);
    }

    private static @Nullable ObjectNode by(Optional<Mark> mark, Map<UserId, User> people) {
        return mark.flatMap(Mark::by).map(people::get).map(UserJson::basic).orElse(null);
    }
}
