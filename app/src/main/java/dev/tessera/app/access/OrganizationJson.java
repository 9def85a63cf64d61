package dev.tessera.app.access;

import dev.tessera.app.http.Schema;
import dev.tessera.kernel.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Organizations on the wire (spec/access.md 7.1). */
final class OrganizationJson {
    private OrganizationJson() {}

    /** The short form of lists. */
    static ObjectNode basic(Organization organization, MembershipLevel level) {
        return Json.object()
                .put("id", organization.id().toString())
                .put("name", organization.name())
                .put("slug", organization.slug())
                .putNull("logo_media_id")
                .put("membership_level", level.number())
                .put("members_can_use_personal_api_keys", true)
                .put("is_active", true)
                .putNull("is_not_active_reason")
                .put("is_pending_deletion", false);
    }

    /** Everything, with the projects that the caller can see. Settings that nothing can set have their defaults. */
    static ObjectNode full(Seat seat) {
        Organization organization = seat.organization();
        ObjectNode json = Json.object()
                .put("id", organization.id().toString())
                .put("name", organization.name())
                .put("slug", organization.slug())
                .putNull("logo_media_id")
                .put("created_at", Json.instant(organization.createdAt()))
                .put("updated_at", Json.instant(organization.updatedAt()))
                .put("membership_level", seat.level().number())
                .put("plugins_access_level", 9);
        ArrayNode teams = json.putArray("teams");
        seat.projects().forEach(it -> teams.add(ProjectJson.basic(it)));
        ArrayNode references = json.putArray("projects");
        seat.projects().forEach(it -> references.add(ProjectJson.reference(it)));
        json.putArray("available_product_features");
        json.put("is_member_join_email_enabled", true);
        json.putObject("metadata").put("instance_tag", "none");
        return json.putNull("customer_id")
                .putNull("enforce_2fa")
                .put("members_can_invite", true)
                .put("members_can_use_personal_api_keys", true)
                .put("allow_publicly_shared_resources", true)
                .put("member_count", seat.members())
                .put("is_ai_data_processing_approved", false)
                .putNull("default_experiment_stats_method")
                .put("default_anonymize_ips", false)
                .putNull("default_role_id")
                .put("is_active", true)
                .putNull("is_not_active_reason")
                .put("is_pending_deletion", false);
    }

    /** What {@link #full} makes, as far as clients build on it. */
    static Schema schema() {
        return Schema.object()
                .required("id", Schema.uuid())
                .required("name", Schema.string())
                .required("slug", Schema.string())
                .required("membership_level", Schema.integer().described("1 member, 8 admin, 15 owner"))
                .required("teams", Schema.list(ProjectJson.schema()))
                .required("member_count", Schema.integer())
                .field("created_at", Schema.instant())
                .field("updated_at", Schema.instant());
    }
}
