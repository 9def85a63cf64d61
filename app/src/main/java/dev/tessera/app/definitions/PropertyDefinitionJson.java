package dev.tessera.app.definitions;

import dev.tessera.app.access.User;
import dev.tessera.app.access.UserId;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.json.Json;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Property definitions on the wire. */
final class PropertyDefinitionJson {
    private PropertyDefinitionJson() {}

    static ObjectNode full(ListedProperty listed, Map<UserId, User> people) {
        PropertyDefinition definition = listed.definition();
        ObjectNode json = Json.object()
                .put("id", definition.id().toString())
                .put("name", definition.name())
                .put("is_numerical", definition.isNumerical())
                .put(
                        "property_type",
                        definition.type().map(PropertyType::wireName).orElse(null))
                .put("is_seen_on_filtered_events", listed.seen().orElse(null));
        NotesJson.write(json, definition.notes(), people);
        return json;
    }

    /** What {@link #full} makes. */
    static Schema schema() {
        return NotesJson.document(Schema.object()
                .required("id", Schema.uuid())
                .required("name", Schema.string())
                .required("is_numerical", Schema.bool())
                .required("property_type", type())
                .required(
                        "is_seen_on_filtered_events",
                        Schema.bool().nullable().described("Null when the list is not about any events.")));
    }

    /** What requests may write. */
    static Schema write() {
        return NotesWrite.document(Schema.object().field("property_type", type()));
    }

    private static Schema type() {
        return Schema.oneOf(Arrays.stream(PropertyType.values())
                        .map(PropertyType::wireName)
                        .toArray(String[]::new))
                .nullable();
    }
}
