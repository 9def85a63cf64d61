package dev.tessera.app.dashboards;

import dev.tessera.app.access.Membership;
import dev.tessera.app.access.Project;
import dev.tessera.app.access.User;
import dev.tessera.app.access.UserId;
import dev.tessera.app.access.UserJson;
import dev.tessera.app.tiles.PrivilegeLevel;
import dev.tessera.app.tiles.RestrictionLevel;
import dev.tessera.kernel.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Dashboards on the wire (spec/dashboards.md 3.1 and 3.2). What nothing can set yet has its empty value. */
final class DashboardJson {
    private final Project project;
    private final Membership caller;
    private final Map<UserId, User> users;

    /** Shows dashboards of {@code project} to {@code caller}; {@code users} has their creators. */
    DashboardJson(Project project, Membership caller, Map<UserId, User> users) {
        this.project = project;
        this.caller = caller;
        this.users = Map.copyOf(users);
    }

    /** The form in lists; {@code lastViewedAt} is when the caller viewed it. */
    ObjectNode basic(Dashboard dashboard, Optional<Instant> lastViewedAt) {
        return addPlace(addRights(addIdentity(dashboard, lastViewedAt), dashboard), dashboard);
    }

    /** The form of a dashboard by itself; {@code filters} are its own under those of the request. */
    ObjectNode full(BoardView view, JsonNode filters, List<ObjectNode> tiles) {
        Dashboard dashboard = view.dashboard();
        DashboardDetails details = dashboard.details();
        ObjectNode json = addIdentity(dashboard, view.lastViewedAt());
        json.set("filters", filters);
        // Variables show as far as there are such variables, and there are none yet.
        json.putObject("variables");
        json.set("breakdown_colors", details.breakdownColors());
        json.putNull("data_color_theme_id");
        addRights(json, dashboard);
        json.put("last_refresh", text(details.lastRefreshAt()));
        json.set("persisted_filters", persisted(details.filters()));
        json.set("persisted_variables", persisted(details.variables()));
        json.put("team_id", project.id().value());
        json.putArray("quick_filter_ids");
        json.putArray("tiles").addAll(tiles);
        json.putObject("customization");
        return json;
    }

    private ObjectNode addIdentity(Dashboard dashboard, Optional<Instant> lastViewedAt) {
        DashboardDetails details = dashboard.details();
        ObjectNode json = Json.object()
                .put("id", dashboard.id().value())
                .put("name", details.name().orElse(null))
                .put("description", details.description())
                .put("pinned", details.pinned())
                .put("created_at", Json.instant(dashboard.createdAt()));
        json.set("created_by", user(dashboard.createdBy()));
        return json.put("last_accessed_at", text(details.lastAccessedAt()))
                .put("last_viewed_at", text(lastViewedAt))
                .put("is_shared", false)
                .put("deleted", dashboard.deleted())
                .put("creation_mode", dashboard.creationMode().wireName());
    }

    private ObjectNode addRights(ObjectNode json, Dashboard dashboard) {
        DashboardDetails details = dashboard.details();
        ArrayNode tags = json.putArray("tags");
        details.tags().forEach(tags::add);
        return json.put("restriction_level", details.restriction().number())
                .put("effective_restriction_level", details.restriction().number())
                .put(
                        "effective_privilege_level",
                        PrivilegeLevel.of(dashboard.board().mayBeEditedBy(caller))
                                .number())
                .put("user_access_level", caller.accessTo(dashboard.createdBy()))
                .put("access_control_version", details.restriction() == RestrictionLevel.EVERYONE ? "v2" : "v1");
    }

    private ObjectNode addPlace(ObjectNode json, Dashboard dashboard) {
        return json.put("last_refresh", text(dashboard.details().lastRefreshAt()))
                .put("team_id", project.id().value());
    }

    private static @Nullable JsonNode persisted(JsonNode stored) {
        return stored.isEmpty() ? null : stored;
    }

    private @Nullable ObjectNode user(Optional<UserId> id) {
        return id.flatMap(it -> Optional.ofNullable(users.get(it)))
                .map(UserJson::basic)
                .orElse(null);
    }

    private static @Nullable String text(Optional<Instant> instant) {
        return instant.map(Json::instant).orElse(null);
    }
}
