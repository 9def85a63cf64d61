package dev.tessera.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationIdsTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /api/projects/{project_id}/dashboards/{id}/, dashboards_retrieve",
        "POST, /api/projects/{project_id}/dashboards/, dashboards_create",
        "PUT, /api/projects/{project_id}/dashboards/{id}/, dashboards_update",
        "PATCH, /api/projects/{project_id}/dashboards/{id}/, dashboards_partial_update",
        "DELETE, /api/projects/{project_id}/dashboards/{id}/, dashboards_destroy",
        "POST, /api/projects/{project_id}/dashboards/{id}/copy_tile/, dashboards_copy_tile_create",
        "GET, /api/projects/{project_id}/, projects_retrieve",
        "POST, /api/projects/, projects_create",
        "GET, /api/organizations/{organization_id}/projects/{id}/, organizations_projects_retrieve",
        "GET, /api/users/@me/, users_me_retrieve",
        "POST, /i/v0/e/, i_v0_e_create",
        "OPTIONS, /batch/, batch_options",
        "GET, /array/{token}/config.js, array_config_js_retrieve",
        "GET, /static/{name}, static_retrieve",
        "GET, /static/{version}/{name}, static_version_retrieve",
        "GET, /_health/, health_retrieve"
    })
    void saysWhatIsDoneToWhat(HttpMethod method, String path, String id) {
        assertThat(OperationIds.of(operation(method, path))).isEqualTo(id);
    }

    @Test
    void tellsListsFromSingleThings() {
        assertThat(OperationIds.of(operation(HttpMethod.GET, "/api/projects/{project_id}/dashboards/")
                        .paged()))
                .isEqualTo("dashboards_list");
    }

    private static Operation operation(HttpMethod method, String path) {
        return Operation.of(method, path, "", new Authorization.Open());
    }
}
