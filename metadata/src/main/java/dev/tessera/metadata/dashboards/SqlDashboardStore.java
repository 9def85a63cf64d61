package dev.tessera.metadata.dashboards;

import static dev.tessera.metadata.generated.Tables.DASHBOARDS;
import static dev.tessera.metadata.generated.Tables.DASHBOARD_TAGS;
import static dev.tessera.metadata.generated.Tables.DASHBOARD_VIEWS;

import dev.tessera.app.access.UserId;
import dev.tessera.app.dashboards.CreationMode;
import dev.tessera.app.dashboards.Dashboard;
import dev.tessera.app.dashboards.DashboardDetails;
import dev.tessera.app.dashboards.DashboardFilter;
import dev.tessera.app.dashboards.DashboardStore;
import dev.tessera.app.dashboards.NewDashboard;
import dev.tessera.app.tiles.RestrictionLevel;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.RowLocks;
import dev.tessera.metadata.Sizes;
import dev.tessera.metadata.TagTable;
import dev.tessera.metadata.generated.tables.records.DashboardTagsRecord;
import dev.tessera.metadata.generated.tables.records.DashboardsRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** Dashboards through jOOQ. */
public final class SqlDashboardStore implements DashboardStore {
    private static final TagTable<DashboardTagsRecord, Long> TAGS =
            new TagTable<>(DASHBOARD_TAGS, DASHBOARD_TAGS.PROJECT_ID, DASHBOARD_TAGS.DASHBOARD_ID, DASHBOARD_TAGS.NAME);

    private static final List<SortField<?>> ORDER =
            List.of(DASHBOARDS.PINNED.desc(), DASHBOARDS.NAME_KEY.asc().nullsLast(), DASHBOARDS.ID.asc());

    private static final int TEXT_PER_JSON = 8;
    private static final String GENERATED = "Generated Dashboard";

    private final Database database;

    public SqlDashboardStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Dashboard> find(ProjectId project, DashboardId id) {
        return database.reading(dsl -> find(dsl, project, id));
    }

    @Override
    public Optional<Dashboard> lock(ProjectId project, DashboardId id) {
        return database.writing(dsl -> {
            RowLocks.lock(dsl, DASHBOARDS, DASHBOARDS.PROJECT_ID.eq(project.value()), DASHBOARDS.ID.eq(id.value()));
            return find(dsl, project, id);
        });
    }

    @Override
    public Page<Dashboard> list(ProjectId project, DashboardFilter filter, PageRequest page) {
        Condition condition = condition(project, filter);
        return database.reading(dsl -> {
            int count = dsl.fetchCount(DASHBOARDS, condition);
            List<Long> sizes = dsl.select(size())
                    .from(DASHBOARDS)
                    .where(condition)
                    .orderBy(ORDER)
                    .limit(page.limit())
                    .offset(page.offset())
                    .fetch(row -> row.value1().longValue());
            List<DashboardsRecord> rows = dsl.selectFrom(DASHBOARDS)
                    .where(condition)
                    .orderBy(ORDER)
                    .limit(Sizes.fitting(sizes))
                    .offset(page.offset())
                    .fetch();
            return new Page<>(count, dashboards(dsl, project, rows));
        });
    }

    @Override
    public Dashboard create(ProjectId project, NewDashboard dashboard) {
        return database.writing(dsl -> {
            DashboardsRecord row = dsl.newRecord(DASHBOARDS);
            row.setProjectId(project.value());
            fill(row, dashboard.details());
            row.setCreationMode(dashboard.creationMode().wireName());
            row.setDeleted(dashboard.deleted());
            row.setCreatedAt(dashboard.createdAt());
            row.setCreatedBy(dashboard.createdBy().value());
            row.insert();
            TAGS.replace(dsl, project, row.getId(), dashboard.details().tags());
            return dashboard(row, dashboard.details().tags());
        });
    }

    @Override
    public void update(ProjectId project, Dashboard dashboard) {
        database.writing(dsl -> {
            DashboardsRecord row = dsl.newRecord(DASHBOARDS);
            fill(row, dashboard.details());
            row.setDeleted(dashboard.deleted());
            int changed = dsl.update(DASHBOARDS)
                    .set(row)
                    .where(
                            DASHBOARDS.PROJECT_ID.eq(project.value()),
                            DASHBOARDS.ID.eq(dashboard.id().value()))
                    .execute();
            if (changed == 1) {
                TAGS.replace(
                        dsl,
                        project,
                        dashboard.id().value(),
                        dashboard.details().tags());
            }
            return changed;
        });
    }

    @Override
    public void markAccessed(ProjectId project, DashboardId id, Instant at) {
        database.writing(dsl -> dsl.update(DASHBOARDS)
                .set(DASHBOARDS.LAST_ACCESSED_AT, at)
                .where(
                        DASHBOARDS.PROJECT_ID.eq(project.value()),
                        DASHBOARDS.ID.eq(id.value()),
                        DASHBOARDS.LAST_ACCESSED_AT.isNull().or(DASHBOARDS.LAST_ACCESSED_AT.lt(at)))
                .execute());
    }

    @Override
    public void markViewed(ProjectId project, DashboardId id, UserId user, Instant at) {
        database.writing(dsl -> dsl.insertInto(
                        DASHBOARD_VIEWS,
                        DASHBOARD_VIEWS.PROJECT_ID,
                        DASHBOARD_VIEWS.DASHBOARD_ID,
                        DASHBOARD_VIEWS.USER_ID,
                        DASHBOARD_VIEWS.LAST_VIEWED_AT)
                .select(dsl.select(
                                DASHBOARDS.PROJECT_ID,
                                DASHBOARDS.ID,
                                DSL.val(user.value()),
                                DSL.val(at, DASHBOARD_VIEWS.LAST_VIEWED_AT))
                        .from(DASHBOARDS)
                        .where(DASHBOARDS.PROJECT_ID.eq(project.value()), DASHBOARDS.ID.eq(id.value())))
                .onConflict(DASHBOARD_VIEWS.DASHBOARD_ID, DASHBOARD_VIEWS.USER_ID)
                .doUpdate()
                .set(DASHBOARD_VIEWS.LAST_VIEWED_AT, at)
                .where(DASHBOARD_VIEWS.LAST_VIEWED_AT.lt(at))
                .execute());
    }

    @Override
    public Map<DashboardId, Instant> views(ProjectId project, UserId user, Collection<DashboardId> ids) {
        Map<DashboardId, Instant> views = new HashMap<>();
        if (!ids.isEmpty()) {
            database.reading(dsl -> dsl.selectFrom(DASHBOARD_VIEWS)
                            .where(
                                    DASHBOARD_VIEWS.PROJECT_ID.eq(project.value()),
                                    DASHBOARD_VIEWS.USER_ID.eq(user.value()),
                                    DASHBOARD_VIEWS.DASHBOARD_ID.in(
                                            ids.stream().map(DashboardId::value).toList()))
                            .fetch())
                    .forEach(row -> views.put(new DashboardId(row.getDashboardId()), row.getLastViewedAt()));
        }
        return views;
    }

    /** In characters of JSON; other texts take less than a tree. */
    private static Field<BigDecimal> size() {
        Field<BigDecimal> texts =
                TAGS.size(DASHBOARDS.ID).add(Sizes.of(List.of(DASHBOARDS.DESCRIPTION, DASHBOARDS.SEARCH_TEXT)));
        return texts.div(DSL.inline(TEXT_PER_JSON))
                .add(Sizes.of(List.of(DASHBOARDS.FILTERS, DASHBOARDS.VARIABLES, DASHBOARDS.BREAKDOWN_COLORS)));
    }

    private static Condition condition(ProjectId project, DashboardFilter filter) {
        List<Condition> all = new ArrayList<>();
        all.add(DASHBOARDS.PROJECT_ID.eq(project.value()));
        all.add(DASHBOARDS.DELETED.isFalse());
        all.add(filter.creationMode()
                .map(it -> DASHBOARDS.CREATION_MODE.eq(it.wireName()))
                .orElse(DASHBOARDS.CREATION_MODE.ne(CreationMode.UNLISTED.wireName())));
        if (!filter.search().isEmpty()) {
            all.add(DASHBOARDS
                    .SEARCH_TEXT
                    .contains(filter.search())
                    .or(TAGS.containing(DASHBOARDS.ID, filter.search())));
        }
        if (!filter.tags().isEmpty()) {
            all.add(TAGS.anyOf(DASHBOARDS.ID, filter.tags()));
        }
        if (filter.excludeGenerated()) {
            // Not LIKE, which one engine compares without regard to case.
            all.add(DASHBOARDS
                    .NAME
                    .isNull()
                    .or(DSL.left(DASHBOARDS.NAME, GENERATED.length()).ne(GENERATED)));
        }
        return DSL.and(all);
    }

    private static Optional<Dashboard> find(DSLContext dsl, ProjectId project, DashboardId id) {
        List<DashboardsRecord> rows = dsl.selectFrom(DASHBOARDS)
                .where(DASHBOARDS.PROJECT_ID.eq(project.value()), DASHBOARDS.ID.eq(id.value()))
                .fetch();
        return dashboards(dsl, project, rows).stream().findFirst();
    }

    private static List<Dashboard> dashboards(DSLContext dsl, ProjectId project, List<DashboardsRecord> rows) {
        Map<Long, List<String>> tags =
                TAGS.of(dsl, project, rows.stream().map(DashboardsRecord::getId).toList());
        return rows.stream()
                .map(row -> dashboard(row, tags.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private static void fill(DashboardsRecord row, DashboardDetails details) {
        row.setName(details.name().orElse(null));
        row.setNameKey(details.name().map(it -> it.toLowerCase(Locale.ROOT)).orElse(null));
        row.setDescription(details.description());
        row.setSearchText((details.name().orElse("") + "\n" + details.description()).toLowerCase(Locale.ROOT));
        row.setPinned(details.pinned());
        row.setRestrictionLevel((long) details.restriction().number());
        row.setFilters(Json.write(details.filters()));
        row.setVariables(Json.write(details.variables()));
        row.setBreakdownColors(Json.write(details.breakdownColors()));
        row.setLastAccessedAt(details.lastAccessedAt().orElse(null));
        row.setLastRefreshAt(details.lastRefreshAt().orElse(null));
    }

    private static Dashboard dashboard(DashboardsRecord row, List<String> tags) {
        return new Dashboard(
                new DashboardId(row.getId()),
                new DashboardDetails(
                        Optional.ofNullable(row.getName()),
                        row.getDescription(),
                        row.getPinned(),
                        tags,
                        RestrictionLevel.of(row.getRestrictionLevel()).orElseThrow(),
                        Json.parse(row.getFilters()),
                        Json.parse(row.getVariables()),
                        Json.parse(row.getBreakdownColors()),
                        Optional.ofNullable(row.getLastAccessedAt()),
                        Optional.ofNullable(row.getLastRefreshAt())),
                row.getDeleted(),
                CreationMode.named(row.getCreationMode()).orElseThrow(),
                row.getCreatedAt(),
                Optional.ofNullable(row.getCreatedBy()).map(UserId::new));
    }
}
