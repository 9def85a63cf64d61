package dev.tessera.metadata;

import static dev.tessera.metadata.generated.Tables.ORGANIZATIONS;
import static dev.tessera.metadata.generated.Tables.PROJECTS;
import static dev.tessera.metadata.generated.Tables.USERS;

import dev.tessera.app.access.UserId;
import dev.tessera.app.tiles.BoardStores;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.metadata.dashboards.SqlDashboardStore;
import dev.tessera.metadata.generated.tables.records.OrganizationsRecord;
import dev.tessera.metadata.generated.tables.records.ProjectsRecord;
import dev.tessera.metadata.generated.tables.records.UsersRecord;
import dev.tessera.metadata.insights.SqlInsightStore;
import dev.tessera.metadata.tiles.SqlTileStore;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** Makes the stores of boards over a database, with the projects and users that their kits name. */
public final class BoardTables {
    private static final UUID ORGANIZATION = new UUID(0, 1);

    private BoardTables() {}

    /** The stores over {@code database}, which is empty. */
    public static BoardStores in(Database database) {
        database.writing(dsl -> {
            OrganizationsRecord organization = dsl.newRecord(ORGANIZATIONS);
            organization.setId(ORGANIZATION);
            organization.setName("Tests");
            organization.setSlug("tests");
            organization.setCreatedAt(BoardStores.NOW);
            organization.setUpdatedAt(BoardStores.NOW);
            organization.insert();
            List.of(BoardStores.PROJECT, BoardStores.OTHER).forEach(it -> project(dsl, it));
            List.of(BoardStores.ANN, BoardStores.BOB).forEach(it -> user(dsl, it));
            return organization;
        });
        return new BoardStores(
                new SqlInsightStore(database), new SqlDashboardStore(database), new SqlTileStore(database), database);
    }

    private static void project(DSLContext dsl, ProjectId id) {
        ProjectsRecord project = dsl.newRecord(PROJECTS);
        project.setId(id.value());
        project.setUuid(new UUID(1, id.value()));
        project.setOrganizationId(ORGANIZATION);
        project.setApiToken("phc_" + id.value());
        project.setName("Project " + id.value());
        project.setNameKey("project " + id.value());
        project.setTimezone("UTC");
        project.setTestAccountFilters("[]");
        project.setIngestedEvent(false);
        project.setCreatedAt(BoardStores.NOW);
        project.setUpdatedAt(BoardStores.NOW);
        project.insert();
    }

    private static void user(DSLContext dsl, UserId id) {
        UsersRecord user = dsl.newRecord(USERS);
        user.setId(id.value());
        user.setUuid(new UUID(2, id.value()));
        user.setDistinctId("user-" + id.value());
        user.setEmail("user" + id.value() + "@example.com");
        user.setFirstName("User");
        user.setLastName("");
        user.setPasswordHash("");
        user.setIsActive(true);
        user.setIsStaff(false);
        user.setCreatedAt(BoardStores.NOW);
        user.insert();
    }
}
