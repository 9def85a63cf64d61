package dev.tessera.app.definitions;

import dev.tessera.app.access.User;
import dev.tessera.app.access.UserId;
import dev.tessera.app.definitions.Notes.Mark;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Event definitions on the wire. What nothing can set yet has its empty value. */
final class EventDefinitionJson {
    private EventDefinitionJson() {}

    static ObjectNode full(EventDefinition definition, Map<UserId, User> people) {
        Notes notes = definition.notes();
        ObjectNode json = Json.object()
                .put("id", definition.id().toString())
                .put("name", definition.name())
                .put("created_at", text(definition.createdAt()))
                .put("last_seen_at", text(definition.lastSeenAt()))
                .put("last_updated_at", text(notes.updated().map(Mark::at).or(definition::createdAt)))
                .putNull("owner");
        NotesJson.write(json, notes, people);
        json.put("enforcement_mode", "allow")
                .put("primary_property", definition.primaryProperty().orElse(null));
        json.putArray("default_columns");
        json.putArray("media_preview_urls");
        return json.put("is_action", false)
                .putNull("action_id")
                .put("is_calculating", false)
                .putNull("last_calculated_at")
                .putNull("created_by")
                .put("post_to_slack", false);
    }

    /** What {@link #full} makes. */
    static Schema schema() {
        Schema first = Schema.object()
                .required("id", Schema.uuid())
                .required("name", Schema.string())
                .required("created_at", Schema.instant().nullable())
                .required("last_seen_at", Schema.instant().nullable())
                .required("last_updated_at", Schema.instant().nullable())
                .required("owner", Schema.object().nullable());
        return NotesJson.document(first)
                .required("enforcement_mode", Schema.oneOf("allow", "reject"))
                .required("primary_property", Schema.string().nullable())
                .required("default_columns", Schema.list(Schema.string()))
                .required("media_preview_urls", Schema.list(Schema.string()))
                .required("is_action", Schema.bool())
                .required("action_id", Schema.integer().nullable())
                .required("is_calculating", Schema.bool())
                .required("last_calculated_at", Schema.instant().nullable())
                .required("created_by", Schema.object().nullable())
                .required("post_to_slack", Schema.bool());
    }

    /** What requests may write. */
    static Schema write() {
        return NotesWrite.document(Schema.object()
                .field("primary_property", Schema.string().nullable())
                .field("enforcement_mode", Schema.oneOf("allow")));
    }

    private static @Nullable String text(Optional<Instant> instant) {
        return instant.map(Json::instant).orElse(null);
    }
}
