package dev.tessera.metadata.insights;

import static dev.tessera.metadata.generated.Tables.DASHBOARDS;
import static dev.tessera.metadata.generated.Tables.INSIGHTS;
import static dev.tessera.metadata.generated.Tables.INSIGHT_MARKS;
import static dev.tessera.metadata.generated.Tables.TILES;

import dev.tessera.app.access.UserId;
import dev.tessera.app.dashboards.CreationMode;
import dev.tessera.app.insights.InsightFilter;
import dev.tessera.app.insights.InsightOrder;
import dev.tessera.app.insights.Span;
import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Which rows a list of insights wants, over insights joined with the caller's marks. */
final class InsightConditions {
    private InsightConditions() {}

    static Condition of(ProjectId project, UserId user, InsightFilter filter) {
        List<Condition> all = new ArrayList<>();
        all.add(INSIGHTS.PROJECT_ID.eq(project.value()));
        all.add(INSIGHTS.DELETED.isFalse());
        filter.saved().ifPresent(it -> all.add(it ? saved() : INSIGHTS.SAVED.isFalse()));
        if (filter.favorited()) {
            all.add(INSIGHT_MARKS.FAVORITED.isTrue());
        }
        filter.createdBy()
                .ifPresent(it -> all.add(
                        INSIGHTS.CREATED_BY.in(it.stream().map(UserId::value).toList())));
        filter.kind().ifPresent(it -> all.add(INSIGHTS.KIND.eq(it.name())));
        if (!filter.search().isEmpty()) {
            all.add(INSIGHTS.SEARCH_TEXT
                    .contains(filter.search())
                    .or(SqlInsightStore.TAGS.containing(INSIGHTS.ID, filter.search())));
        }
        all.addAll(within(INSIGHTS.LAST_MODIFIED_AT, filter.modified()));
        all.addAll(within(INSIGHTS.CREATED_AT, filter.created()));
        all.addAll(within(INSIGHT_MARKS.LAST_VIEWED_AT, filter.viewed()));
        filter.dashboards().forEach(it -> all.add(on(TILES.DASHBOARD_ID.eq(it.value()))));
        if (!filter.tags().isEmpty()) {
            all.add(SqlInsightStore.TAGS.anyOf(INSIGHTS.ID, filter.tags()));
        }
        filter.shortId().ifPresent(it -> all.add(INSIGHTS.SHORT_ID.eq(it)));
        return DSL.and(all);
    }

    static List<SortField<?>> order(InsightOrder order) {
        Field<?> by = switch (order.by()) {
            case ORDER -> INSIGHTS.SORT_ORDER;
            case NAME -> INSIGHTS.NAME_KEY;
            case CREATED_AT -> INSIGHTS.CREATED_AT;
            case LAST_MODIFIED_AT -> INSIGHTS.LAST_MODIFIED_AT;
            case CREATED_BY -> INSIGHTS.CREATED_BY;
            case LAST_VIEWED_AT -> INSIGHT_MARKS.LAST_VIEWED_AT;
        };
        SortOrder direction = order.descending() ? SortOrder.DESC : SortOrder.ASC;
        return List.of(by.sort(direction).nullsLast(), INSIGHTS.ID.asc());
    }

    /** Kept on purpose, or on a dashboard that lists show. */
    private static Condition saved() {
        return INSIGHTS.SAVED.isTrue().or(on(DASHBOARDS.CREATION_MODE.ne(CreationMode.UNLISTED.wireName())));
    }

    private static Condition on(Condition dashboard) {
        return DSL.exists(DSL.selectOne()
                .from(TILES)
                .join(DASHBOARDS)
                .on(DASHBOARDS.ID.eq(TILES.DASHBOARD_ID))
                .where(
                        TILES.INSIGHT_ID.eq(INSIGHTS.ID),
                        TILES.DELETED.isNull().or(TILES.DELETED.isFalse()),
                        DASHBOARDS.DELETED.isFalse(),
                        dashboard));
    }

    private static List<Condition> within(TableField<?, Instant> field, Span span) {
        List<Condition> limits = new ArrayList<>();
        span.after().ifPresent(it -> limits.add(field.gt(it)));
        span.before().ifPresent(it -> limits.add(field.lt(it)));
        return limits;
    }
}
