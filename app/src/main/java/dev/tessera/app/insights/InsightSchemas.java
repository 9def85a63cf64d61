package dev.tessera.app.insights;

import dev.tessera.app.http.Schema;
import dev.tessera.app.tiles.TileLinks;

/** The shapes of insights in the API's description. */
public final class InsightSchemas {
    private InsightSchemas() {}

    /** What {@link InsightJson#full} makes. */
    public static Schema full() {
        return Schema.object()
                .required("id", Schema.integer())
                .required("short_id", Schema.string())
                .required("name", Schema.string().nullable())
                .required("derived_name", Schema.string().nullable())
                .field("filters", Schema.object())
                .required("query", Schema.object().nullable())
                .required("order", Schema.integer().nullable())
                .required("deleted", Schema.bool())
                .required("dashboards", Schema.list(Schema.integer()))
                .required("dashboard_tiles", TileLinks.schema())
                .required("last_refresh", Schema.instant().nullable())
                .required("cache_target_age", Schema.instant().nullable())
                .required("next_allowed_client_refresh", Schema.instant().nullable())
                .required("result", Schema.any())
                .required("hasMore", Schema.bool().nullable())
                .required("columns", Schema.list(Schema.string()).nullable())
                .required("created_at", Schema.instant())
                .required("created_by", Schema.object().nullable())
                .required("description", Schema.string().nullable())
                .required("updated_at", Schema.instant())
                .required("tags", Schema.list(Schema.string()))
                .required("favorited", Schema.bool().described("By the caller."))
                .required("saved", Schema.bool())
                .required("last_modified_at", Schema.instant())
                .required("last_modified_by", Schema.object().nullable())
                .required("is_sample", Schema.bool())
                .required("effective_restriction_level", Schema.integer())
                .required("effective_privilege_level", Schema.integer())
                .required("user_access_level", Schema.string())
                .required("timezone", Schema.string())
                .required("is_cached", Schema.bool())
                .required("query_status", Schema.object().nullable())
                .required("hogql", Schema.string().nullable())
                .required("types", Schema.list(Schema.any()).nullable())
                .required("resolved_date_range", Schema.object().nullable())
                .required("filters_hash", Schema.string().nullable())
                .required("alerts", Schema.list(Schema.object()))
                .required("last_viewed_at", Schema.instant().nullable().described("By the caller."));
    }

    /** What {@link InsightJson#basic} makes, in a list. */
    static Schema basic() {
        return Schema.object()
                .required("id", Schema.integer())
                .required("short_id", Schema.string())
                .required("name", Schema.string().nullable())
                .required("derived_name", Schema.string().nullable())
                .field("filters", Schema.object())
                .required("query", Schema.object().nullable())
                .required("dashboards", Schema.list(Schema.integer()))
                .required("dashboard_tiles", TileLinks.schema())
                .required("description", Schema.string().nullable())
                .required("last_refresh", Schema.instant().nullable())
                .required("refreshing", Schema.bool())
                .required("saved", Schema.bool())
                .required("tags", Schema.list(Schema.string()))
                .required("updated_at", Schema.instant())
                .required("created_by", Schema.object().nullable())
                .required("created_at", Schema.instant())
                .required("last_modified_at", Schema.instant())
                .required("favorited", Schema.bool().described("By the caller."))
                .required("user_access_level", Schema.string())
                .required("last_viewed_at", Schema.instant().nullable().described("By the caller."))
                .required("search_match_type", Schema.string().nullable());
    }

    /** What requests may write. */
    static Schema write() {
        return Schema.object()
                .field("name", Schema.string().nullable())
                .field("derived_name", Schema.string().nullable())
                .field("description", Schema.string().nullable())
                .field(
                        "query",
                        Schema.object()
                                .nullable()
                                .described(
                                        "An InsightVizNode, DataTableNode or DataVisualizationNode with its source."))
                .field("order", Schema.integer().nullable())
                .field("deleted", Schema.bool())
                .field("saved", Schema.bool())
                .field("favorited", Schema.bool())
                .field("tags", Schema.list(Schema.string()))
                .field("dashboards", Schema.list(Schema.integer()).described("All dashboards that shall show it."));
    }
}
