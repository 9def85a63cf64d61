package dev.tessera.app.access;

import dev.tessera.kernel.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Users on the wire. */
public final class UserJson {
    private UserJson() {}

    /** The short form that stands for a user everywhere, such as {@code created_by} (spec/access.md 6.1). */
    public static ObjectNode basic(User user) {
        ObjectNode json = Json.object()
                .put("id", user.id().value())
                .put("uuid", user.uuid().toString())
                .put("distinct_id", user.distinctId())
                .put("first_name", user.firstName())
                .put("last_name", user.lastName())
                .put("email", user.email())
                .putNull("is_email_verified")
                .putNull("hedgehog_config");
        json.put("role_at_organization", user.role().orElse(null));
        return json;
    }
}
