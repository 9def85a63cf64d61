package dev.tessera.app.dashboards;

import dev.tessera.app.http.Schema;

/** The shapes of dashboards in the API's description. */
final class DashboardSchemas {
    private DashboardSchemas() {}

    /** What {@link DashboardJson#basic} makes, in a list. */
    static Schema basic() {
        return Schema.object()
                .required("id", Schema.integer())
                .required("name", Schema.string().nullable())
                .required("description", Schema.string())
                .required("pinned", Schema.bool())
                .required("created_at", Schema.instant())
                .required("created_by", Schema.object().nullable())
                .required("last_accessed_at", Schema.instant().nullable())
                .required("last_viewed_at", Schema.instant().nullable())
                .required("is_shared", Schema.bool())
                .required("deleted", Schema.bool())
                .required("creation_mode", Schema.oneOf("default", "template", "duplicate", "unlisted"))
                .required("tags", Schema.list(Schema.string()))
                .required("restriction_level", Schema.integer())
                .required("effective_restriction_level", Schema.integer())
                .required("effective_privilege_level", Schema.integer())
                .required("user_access_level", Schema.string())
                .required("access_control_version", Schema.oneOf("v1", "v2"))
                .required("last_refresh", Schema.instant().nullable())
                .required("team_id", Schema.integer());
    }

    /** What {@link DashboardJson#full} makes. */
    static Schema full() {
        return basic().required("filters", Schema.object())
                .required("variables", Schema.object())
                .required("breakdown_colors", Schema.any())
                .required("data_color_theme_id", Schema.integer().nullable())
                .required("persisted_filters", Schema.object().nullable())
                .required("persisted_variables", Schema.object().nullable())
                .required("quick_filter_ids", Schema.list(Schema.uuid()))
                .required("tiles", Schema.list(TileJson.schema()))
                .required("customization", Schema.object());
    }

    /** What requests may write to a new dashboard. */
    static Schema create() {
        return write().field(
                        "use_dashboard",
                        Schema.integer()
                                .nullable()
                                .described("The dashboard to copy: its tiles, filters, variables and colours."))
                .field(
                        TileCopies.FIELD,
                        Schema.bool().described("With use_dashboard: copy insights and texts too, and share none."));
    }

    private static Schema write() {
        return Schema.object()
                .field("name", Schema.string().nullable())
                .field("description", Schema.string())
                .field("pinned", Schema.bool())
                .field("last_accessed_at", Schema.instant().nullable())
                .field("last_refresh", Schema.instant().nullable())
                .field("deleted", Schema.bool())
                .field("filters", Schema.object().described("Replaces the filters; an empty object is ignored."))
                .field("breakdown_colors", Schema.any())
                .field("tags", Schema.list(Schema.string()))
                .field("restriction_level", Schema.integer().described("21: everyone may edit, 37: collaborators."))
                .field("quick_filter_ids", Schema.list(Schema.uuid()).nullable());
    }

    /** What requests may write to a dashboard that there is. */
    static Schema change() {
        return write().field("variables", Schema.object())
                .field("delete_insights", Schema.bool().described("With deleted: also insights shown nowhere else."))
                .field(
                        "tiles",
                        Schema.list(Schema.object())
                                .described("Tiles to change, by id, and texts to add: {\"text\": {\"body\": …}}."))
                .field(
                        TileCopies.FIELD,
                        Schema.list(Schema.object()
                                        .required("id", Schema.integer())
                                        .field("layouts", Schema.object()))
                                .described("Tiles to copy with what they show, and where to put the copies."));
    }
}
