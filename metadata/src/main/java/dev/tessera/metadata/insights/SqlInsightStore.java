package dev.tessera.metadata.insights;

import static dev.tessera.metadata.generated.Tables.INSIGHTS;
import static dev.tessera.metadata.generated.Tables.INSIGHT_MARKS;
import static dev.tessera.metadata.generated.Tables.INSIGHT_TAGS;

import dev.tessera.app.access.UserId;
import dev.tessera.app.insights.Insight;
import dev.tessera.app.insights.InsightDetails;
import dev.tessera.app.insights.InsightFilter;
import dev.tessera.app.insights.InsightKind;
import dev.tessera.app.insights.InsightMarks;
import dev.tessera.app.insights.InsightStore;
import dev.tessera.app.insights.NewInsight;
import dev.tessera.kernel.id.InsightId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.RowLocks;
import dev.tessera.metadata.Sizes;
import dev.tessera.metadata.TagTable;
import dev.tessera.metadata.generated.tables.records.InsightTagsRecord;
import dev.tessera.metadata.generated.tables.records.InsightsRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Insights through jOOQ. */
public final class SqlInsightStore implements InsightStore {
    static final TagTable<InsightTagsRecord, Long> TAGS =
            new TagTable<>(INSIGHT_TAGS, INSIGHT_TAGS.PROJECT_ID, INSIGHT_TAGS.INSIGHT_ID, INSIGHT_TAGS.NAME);

    private static final int TEXT_PER_JSON = 8;

    private final Database database;

    public SqlInsightStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Insight> find(ProjectId project, InsightId id) {
        return Optional.ofNullable(find(project, List.of(id)).get(id));
    }

    @Override
    public Optional<Insight> findByShortId(ProjectId project, String shortId) {
        return database.reading(dsl ->
                fetch(dsl, project, INSIGHTS.SHORT_ID.eq(shortId)).stream().findFirst());
    }

    @Override
    public Map<InsightId, Insight> find(ProjectId project, Collection<InsightId> ids) {
        Map<InsightId, Insight> found = new HashMap<>();
        if (!ids.isEmpty()) {
            database.reading(dsl -> fetch(dsl, project, INSIGHTS.ID.in(values(ids))))
                    .forEach(it -> found.put(it.id(), it));
        }
        return found;
    }

    @Override
    public Optional<Insight> lock(ProjectId project, InsightId id) {
        return database.writing(dsl -> {
            RowLocks.lock(dsl, INSIGHTS, INSIGHTS.PROJECT_ID.eq(project.value()), INSIGHTS.ID.eq(id.value()));
            return find(project, id);
        });
    }

    @Override
    public Page<Insight> list(ProjectId project, UserId user, InsightFilter filter, PageRequest page) {
        Condition condition = InsightConditions.of(project, user, filter);
        return database.reading(dsl -> {
            var from = INSIGHTS.leftJoin(INSIGHT_MARKS)
                    .on(INSIGHT_MARKS.INSIGHT_ID.eq(INSIGHTS.ID), INSIGHT_MARKS.USER_ID.eq(user.value()));
            int count = dsl.fetchCount(dsl.selectOne().from(from).where(condition));
            List<Long> sizes = dsl.select(size())
                    .from(from)
                    .where(condition)
                    .orderBy(InsightConditions.order(filter.order()))
                    .limit(page.limit())
                    .offset(page.offset())
                    .fetch(row -> row.value1().longValue());
            List<InsightsRecord> rows = dsl.select(INSIGHTS.fields())
                    .from(from)
                    .where(condition)
                    .orderBy(InsightConditions.order(filter.order()))
                    .limit(Sizes.fitting(sizes))
                    .offset(page.offset())
                    .fetchInto(INSIGHTS);
            return new Page<>(count, insights(dsl, project, rows));
        });
    }

    @Override
    public Insight create(ProjectId project, NewInsight insight) {
        return database.writing(dsl -> {
            InsightsRecord row = dsl.newRecord(INSIGHTS);
            row.setProjectId(project.value());
            row.setShortId(insight.shortId());
            fill(row, insight.details());
            row.setDeleted(insight.deleted());
            row.setSaved(insight.saved());
            row.setCreatedAt(insight.createdAt());
            row.setCreatedBy(insight.createdBy().value());
            row.setUpdatedAt(insight.createdAt());
            row.setLastModifiedAt(insight.createdAt());
            row.setLastModifiedBy(insight.createdBy().value());
            row.insert();
            TAGS.replace(dsl, project, row.getId(), insight.details().tags());
            return insight(row, insight.details().tags());
        });
    }

    @Override
    public void update(ProjectId project, Insight insight) {
        database.writing(dsl -> {
            InsightsRecord row = dsl.newRecord(INSIGHTS);
            fill(row, insight.details());
            row.setDeleted(insight.deleted());
            row.setSaved(insight.saved());
            row.setUpdatedAt(insight.updatedAt());
            row.setLastModifiedAt(insight.lastModifiedAt());
            row.setLastModifiedBy(insight.lastModifiedBy().map(UserId::value).orElse(null));
            int changed = dsl.update(INSIGHTS)
                    .set(row)
                    .where(
                            INSIGHTS.PROJECT_ID.eq(project.value()),
                            INSIGHTS.ID.eq(insight.id().value()))
                    .execute();
            if (changed == 1) {
                TAGS.replace(
                        dsl, project, insight.id().value(), insight.details().tags());
            }
            return changed;
        });
    }

    @Override
    public void setDeleted(ProjectId project, Collection<InsightId> ids, boolean deleted) {
        if (!ids.isEmpty()) {
            database.writing(dsl -> dsl.update(INSIGHTS)
                    .set(INSIGHTS.DELETED, deleted)
                    .where(INSIGHTS.PROJECT_ID.eq(project.value()), INSIGHTS.ID.in(values(ids)))
                    .execute());
        }
    }

    @Override
    public Map<InsightId, InsightMarks> marks(ProjectId project, UserId user, Collection<InsightId> ids) {
        Map<InsightId, InsightMarks> marks = new HashMap<>();
        if (!ids.isEmpty()) {
            database.reading(dsl -> dsl.selectFrom(INSIGHT_MARKS)
                            .where(
                                    INSIGHT_MARKS.PROJECT_ID.eq(project.value()),
                                    INSIGHT_MARKS.USER_ID.eq(user.value()),
                                    INSIGHT_MARKS.INSIGHT_ID.in(values(ids)))
                            .fetch())
                    .forEach(row -> marks.put(
                            new InsightId(row.getInsightId()),
                            new InsightMarks(row.getFavorited(), Optional.ofNullable(row.getLastViewedAt()))));
        }
        return marks;
    }

    @Override
    public void markViewed(ProjectId project, UserId user, Collection<InsightId> ids, Instant at) {
        if (!ids.isEmpty()) {
            database.writing(dsl -> dsl.insertInto(
                            INSIGHT_MARKS,
                            INSIGHT_MARKS.PROJECT_ID,
                            INSIGHT_MARKS.INSIGHT_ID,
                            INSIGHT_MARKS.USER_ID,
                            INSIGHT_MARKS.FAVORITED,
                            INSIGHT_MARKS.LAST_VIEWED_AT)
                    .select(dsl.select(
                                    INSIGHTS.PROJECT_ID,
                                    INSIGHTS.ID,
                                    DSL.val(user.value()),
                                    DSL.val(false),
                                    DSL.val(at, INSIGHT_MARKS.LAST_VIEWED_AT))
                            .from(INSIGHTS)
                            .where(INSIGHTS.PROJECT_ID.eq(project.value()), INSIGHTS.ID.in(values(ids))))
                    .onConflict(INSIGHT_MARKS.INSIGHT_ID, INSIGHT_MARKS.USER_ID)
                    .doUpdate()
                    .set(INSIGHT_MARKS.LAST_VIEWED_AT, at)
                    .execute());
        }
    }

    @Override
    public void mark(ProjectId project, UserId user, InsightId id, InsightMarks marks) {
        database.writing(dsl -> dsl.insertInto(INSIGHT_MARKS)
                .set(INSIGHT_MARKS.PROJECT_ID, project.value())
                .set(INSIGHT_MARKS.INSIGHT_ID, id.value())
                .set(INSIGHT_MARKS.USER_ID, user.value())
                .set(INSIGHT_MARKS.FAVORITED, marks.favorited())
                .set(INSIGHT_MARKS.LAST_VIEWED_AT, marks.lastViewedAt().orElse(null))
                .onConflict(INSIGHT_MARKS.INSIGHT_ID, INSIGHT_MARKS.USER_ID)
                .doUpdate()
                .set(INSIGHT_MARKS.FAVORITED, marks.favorited())
                .set(INSIGHT_MARKS.LAST_VIEWED_AT, marks.lastViewedAt().orElse(null))
                .where(INSIGHT_MARKS.PROJECT_ID.eq(project.value()))
                .execute());
    }

    /** In characters of JSON; other texts take less than a tree. */
    private static Field<BigDecimal> size() {
        Field<BigDecimal> texts =
                TAGS.size(INSIGHTS.ID).add(Sizes.of(List.of(INSIGHTS.DESCRIPTION, INSIGHTS.SEARCH_TEXT)));
        return texts.div(DSL.inline(TEXT_PER_JSON)).add(Sizes.of(List.of(INSIGHTS.QUERY)));
    }

    private static List<Long> values(Collection<InsightId> ids) {
        return ids.stream().map(InsightId::value).toList();
    }

    private static List<Insight> fetch(DSLContext dsl, ProjectId project, Condition which) {
        return insights(
                dsl,
                project,
                dsl.selectFrom(INSIGHTS)
                        .where(INSIGHTS.PROJECT_ID.eq(project.value()), which)
                        .orderBy(INSIGHTS.ID)
                        .fetch());
    }

    private static List<Insight> insights(DSLContext dsl, ProjectId project, List<InsightsRecord> rows) {
        Map<Long, List<String>> tags =
                TAGS.of(dsl, project, rows.stream().map(InsightsRecord::getId).toList());
        return rows.stream()
                .map(row -> insight(row, tags.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private static void fill(InsightsRecord row, InsightDetails details) {
        row.setName(details.name().orElse(null));
        row.setNameKey(details.name().map(it -> it.toLowerCase(Locale.ROOT)).orElse(null));
        row.setDerivedName(details.derivedName().orElse(null));
        row.setDescription(details.description().orElse(null));
        row.setSearchText(Stream.of(details.name(), details.derivedName(), details.description())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT));
        row.setQuery(details.query().map(Json::write).orElse(null));
        row.setKind(
                details.query().flatMap(InsightKind::of).map(InsightKind::name).orElse(null));
        row.setSortOrder(details.order().isPresent() ? (long) details.order().getAsInt() : null);
    }

    private static Insight insight(InsightsRecord row, List<String> tags) {
        return new Insight(
                new InsightId(row.getId()),
                row.getShortId(),
                new InsightDetails(
                        Optional.ofNullable(row.getName()),
                        Optional.ofNullable(row.getDerivedName()),
                        Optional.ofNullable(row.getDescription()),
                        Optional.ofNullable(row.getQuery()).map(Json::parse),
                        row.getSortOrder() == null
                                ? OptionalInt.empty()
                                : OptionalInt.of(Math.toIntExact(row.getSortOrder())),
                        tags),
                row.getDeleted(),
                row.getSaved(),
                row.getCreatedAt(),
                Optional.ofNullable(row.getCreatedBy()).map(UserId::new),
                row.getUpdatedAt(),
                row.getLastModifiedAt(),
                Optional.ofNullable(row.getLastModifiedBy()).map(UserId::new));
    }
}
