package dev.tessera.metadata.access;

import static dev.tessera.metadata.generated.Tables.PROJECTS;

import dev.tessera.app.access.NewProject;
import dev.tessera.app.access.OrganizationId;
import dev.tessera.app.access.Project;
import dev.tessera.app.access.ProjectStore;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.RowLocks;
import dev.tessera.metadata.generated.tables.records.ProjectsRecord;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Condition;

/** Projects in the metadata store. The lower-cased name is a column, so that both engines compare names alike. */
public final class SqlProjectStore implements ProjectStore {
    private final Database database;

    public SqlProjectStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Project> find(ProjectId id) {
        return one(PROJECTS.ID.eq(id.value()));
    }

    @Override
    public Optional<Project> lock(ProjectId id) {
        return database.writing(dsl -> {
            RowLocks.lock(dsl, PROJECTS, PROJECTS.ID.eq(id.value()));
            return find(id);
        });
    }

    @Override
    public Optional<Project> findByToken(String token) {
        return one(PROJECTS.API_TOKEN.eq(token));
    }

    @Override
    public Page<Project> list(Collection<OrganizationId> organizations, String search, PageRequest page) {
        Condition wanted = PROJECTS.ORGANIZATION_ID
                .in(organizations.stream().map(OrganizationId::value).toList())
                .and(PROJECTS.NAME_KEY.contains(key(search)));
        return database.reading(dsl -> new Page<>(
                dsl.fetchCount(PROJECTS, wanted),
                dsl.selectFrom(PROJECTS)
                        .where(wanted)
                        .orderBy(PROJECTS.ID)
                        .limit(page.limit())
                        .offset(page.offset())
                        .fetch(SqlProjectStore::project)));
    }

    @Override
    public List<Project> of(OrganizationId organization) {
        return database.reading(dsl -> dsl.selectFrom(PROJECTS)
                .where(PROJECTS.ORGANIZATION_ID.eq(organization.value()))
                .orderBy(PROJECTS.ID)
                .fetch(SqlProjectStore::project));
    }

    @Override
    public Project create(NewProject project) {
        return database.writing(dsl -> {
            ProjectsRecord row = dsl.newRecord(PROJECTS);
            row.setUuid(project.uuid());
            row.setOrganizationId(project.organization().value());
            row.setApiToken(project.token());
            row.setName(project.name());
            row.setNameKey(key(project.name()));
            row.setTimezone(project.timezone().getId());
            row.setTestAccountFilters("[]");
            row.setIngestedEvent(false);
            row.setCreatedAt(project.createdAt());
            row.setUpdatedAt(project.createdAt());
            row.insert();
            return project(row);
        });
    }

    @Override
    public void update(Project project) {
        database.writing(dsl -> dsl.update(PROJECTS)
                .set(PROJECTS.NAME, project.name())
                .set(PROJECTS.NAME_KEY, key(project.name()))
                .set(PROJECTS.TIMEZONE, project.timezone().getId())
                .set(
                        PROJECTS.WEEK_START_DAY,
                        project.weekStartDay().isPresent()
                                ? Long.valueOf(project.weekStartDay().getAsInt())
                                : null)
                .set(PROJECTS.TEST_ACCOUNT_FILTERS, project.testAccountFilters())
                .set(PROJECTS.UPDATED_AT, project.updatedAt())
                .where(PROJECTS.ID.eq(project.id().value()))
                .execute());
    }

    @Override
    public void markIngested(ProjectId id) {
        database.writing(dsl -> dsl.update(PROJECTS)
                .set(PROJECTS.INGESTED_EVENT, true)
                .where(PROJECTS.ID.eq(id.value()))
                .execute());
    }

    private Optional<Project> one(Condition condition) {
        return database.reading(dsl -> dsl.fetchOptional(PROJECTS, condition)).map(SqlProjectStore::project);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Project project(ProjectsRecord row) {
        Long weekStartDay = row.getWeekStartDay();
        return new Project(
                new ProjectId(row.getId()),
                row.getUuid(),
                new OrganizationId(row.getOrganizationId()),
                row.getApiToken(),
                row.getName(),
                ZoneId.of(row.getTimezone()),
                weekStartDay == null ? OptionalInt.empty() : OptionalInt.of(weekStartDay.intValue()),
                row.getTestAccountFilters(),
                row.getIngestedEvent(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }
}
