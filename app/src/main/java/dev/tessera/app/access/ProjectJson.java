package dev.tessera.app.access;

import dev.tessera.app.http.Schema;
import dev.tessera.kernel.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Projects on the wire (spec/access.md 7.2). */
final class ProjectJson {
    private ProjectJson() {}

    /** The short form of lists and of the user's current project. */
    static ObjectNode basic(Project project) {
        return Json.object()
                .put("id", project.id().value())
                .put("uuid", project.uuid().toString())
                .put("organization", project.organization().toString())
                .put("project_id", project.id().value())
                .put("api_token", project.token())
                .put("name", project.name())
                .put("completed_snippet_onboarding", project.ingestedEvent())
                .putNull("has_completed_onboarding_for")
                .put("ingested_event", project.ingestedEvent())
                .put("is_demo", false)
                .put("timezone", project.timezone().getId())
                .put("access_control", false);
    }

    /** The short form for an organization's list of projects. */
    static ObjectNode reference(Project project) {
        return Json.object()
                .put("id", project.id().value())
                .put("organization_id", project.organization().toString())
                .put("name", project.name());
    }

    /** Everything, as a member at {@code level} sees it. Settings that nothing can set have their defaults. */
    static ObjectNode full(Project project, MembershipLevel level) {
        ObjectNode json = basic(project);
        json.put("product_description", (String) null)
                .put("created_at", Json.instant(project.createdAt()))
                .put("updated_at", Json.instant(project.updatedAt()))
                .put("effective_membership_level", Math.max(level.number(), MembershipLevel.ADMIN.number()))
                .put("user_access_level", "admin")
                .put("has_group_types", false);
        json.putArray("group_types");
        json.putNull("live_events_token");
        json.set("test_account_filters", Json.parse(project.testAccountFilters()));
        json.put("test_account_filters_default_checked", false);
        json.putArray("path_cleaning_filters");
        if (project.weekStartDay().isPresent()) {
            json.put("week_start_day", project.weekStartDay().getAsInt());
        } else {
            json.putNull("week_start_day");
        }
        json.putArray("data_attributes").add("data-attr");
        json.putNull("person_display_name_properties")
                .putNull("primary_dashboard")
                .putNull("default_data_theme");
        json.put("base_currency", "USD").putNull("modifiers");
        json.putObject("default_modifiers");
        json.put("person_on_events_querying_enabled", false)
                .put("human_friendly_comparison_periods", false)
                .putNull("extra_settings")
                .put("is_pending_deletion", false);
        json.putArray("product_intents");
        json.putArray("available_setup_task_ids");
        json.putNull("secret_api_token");
        return json;
    }

    /** What {@link #full} makes, as far as clients build on it. */
    static Schema schema() {
        return Schema.object()
                .required("id", Schema.integer())
                .required("uuid", Schema.uuid())
                .required("organization", Schema.uuid())
                .required("project_id", Schema.integer())
                .required("api_token", Schema.string().described("With which SDKs send events, phc_…"))
                .required("name", Schema.string())
                .required("ingested_event", Schema.bool())
                .required("timezone", Schema.string().described("IANA name, such as Europe/Amsterdam"))
                .field("week_start_day", Schema.integer().nullable())
                .field("test_account_filters", Schema.list(Schema.object()))
                .field("created_at", Schema.instant())
                .field("updated_at", Schema.instant());
    }
}
