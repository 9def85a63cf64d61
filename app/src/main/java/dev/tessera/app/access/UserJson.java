package dev.tessera.app.access;

import dev.tessera.app.http.Schema;
import dev.tessera.kernel.json.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Users on the wire. */
public final class UserJson {
    private static final List<String> IMPERSONATION = List.of(
            "is_impersonated_until",
            "is_impersonated_read_only",
            "is_impersonated_reason",
            "sensitive_session_expires_at",
            "fresh_reauth_expires_at");

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

    /**
     * The user as it sees itself (spec/access.md 6.2). Settings that nothing can set have their defaults.
     *
     * @param project the current one
     * @param seats all organizations of the user; the current one first
     * @param credential with which the user asks
     */
    static ObjectNode full(
            User user,
            Optional<Project> project,
            List<Seat> seats,
            UserPreferences preferences,
            Credential credential) {
        ObjectNode json = Json.object()
                .put("date_joined", Json.instant(user.createdAt()))
                .put("uuid", user.uuid().toString())
                .put("distinct_id", user.distinctId())
                .put("first_name", user.firstName())
                .put("last_name", user.lastName())
                .put("email", user.email())
                .putNull("pending_email")
                .putNull("is_email_verified");
        json.putObject("notification_settings");
        json.putObject("notification_locks");
        json.put("anonymize_data", false)
                .put("allow_impersonation", false)
                .put("toolbar_mode", "disabled")
                .put("has_password", true)
                .put("id", user.id().value())
                .put("is_staff", user.staff())
                .put("is_impersonated", false);
        for (String name : IMPERSONATION) {
            json.putNull(name);
        }
        json.set("team", project.map(ProjectJson::basic).orElse(null));
        json.set(
                "organization",
                seats.stream().findFirst().map(OrganizationJson::full).orElse(null));
        ArrayNode organizations = json.putArray("organizations");
        seats.forEach(it -> organizations.add(OrganizationJson.basic(it.organization(), it.level())));
        json.putNull("events_column_config")
                .put("is_2fa_enabled", false)
                .put("has_social_auth", false)
                .put("has_sso_enforcement", false);
        json.putObject("has_seen_product_intro_for");
        json.putArray("scene_personalisation");
        json.putNull("theme_mode")
                .putNull("hedgehog_config")
                .putNull("allow_sidebar_suggestions")
                .putNull("shortcut_position");
        json.put("role_at_organization", user.role().orElse(null));
        json.put("passkeys_enabled_for_2fa", false)
                .put("hide_mcp_hints", false)
                .putNull("ui_configuration")
                .put("is_organization_first_user", user.staff());
        json.putArray("active_realtime_notification_types");
        json.putArray("pending_invites");
        json.put("requires_credential_review", false);
        preferences.writeTo(json);
        switch (credential) {
            case Session it -> json.put("sensitive_session_expires_at", Json.instant(it.recentUntil()));
            case PersonalApiKey _ -> {}
        }
        return json;
    }

    /** What {@link #full} makes, as far as clients build on it. */
    static Schema schema() {
        return Schema.object()
                .required("id", Schema.integer())
                .required("uuid", Schema.uuid())
                .required("distinct_id", Schema.string())
                .required("email", Schema.string())
                .required("first_name", Schema.string())
                .required("last_name", Schema.string())
                .required("team", ProjectJson.schema().nullable())
                .required("organization", Schema.object().nullable())
                .required("organizations", Schema.list(Schema.object()));
    }
}
