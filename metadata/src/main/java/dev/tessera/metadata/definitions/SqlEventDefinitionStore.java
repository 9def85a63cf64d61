package dev.tessera.metadata.definitions;

import static dev.tessera.metadata.generated.Tables.EVENT_DEFINITIONS;
import static dev.tessera.metadata.generated.Tables.EVENT_DEFINITION_TAGS;
import static dev.tessera.metadata.generated.Tables.EVENT_PROPERTIES;

import dev.tessera.app.definitions.DefinitionIds;
import dev.tessera.app.definitions.DefinitionNames;
import dev.tessera.app.definitions.EventDefinition;
import dev.tessera.app.definitions.EventDefinitionFilter;
import dev.tessera.app.definitions.EventDefinitionFilter.Order;
import dev.tessera.app.definitions.EventDefinitionStore;
import dev.tessera.app.definitions.Notes;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.RowLocks;
import dev.tessera.metadata.TagTable;
import dev.tessera.metadata.generated.tables.records.EventDefinitionTagsRecord;
import dev.tessera.metadata.generated.tables.records.EventDefinitionsRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.impl.DSL;

/** Definitions of events through jOOQ. */
public final class SqlEventDefinitionStore implements EventDefinitionStore {
    private static final long DAY_MICROS = 86_400_000_000L;

    private static final TagTable<EventDefinitionTagsRecord, UUID> TAGS = new TagTable<>(
            EVENT_DEFINITION_TAGS,
            EVENT_DEFINITION_TAGS.PROJECT_ID,
            EVENT_DEFINITION_TAGS.DEFINITION_ID,
            EVENT_DEFINITION_TAGS.NAME);

    private final Database database;

    public SqlEventDefinitionStore(Database database) {
        this.database = database;
    }

    @Override
    public Page<EventDefinition> list(ProjectId project, EventDefinitionFilter filter, PageRequest page) {
        Condition condition = condition(project, filter);
        return database.reading(dsl -> {
            int count = dsl.fetchCount(EVENT_DEFINITIONS, condition);
            List<EventDefinitionsRecord> rows = dsl.selectFrom(EVENT_DEFINITIONS)
                    .where(condition)
                    .orderBy(order(filter.order()))
                    .limit(page.limit())
                    .offset(page.offset())
                    .fetch();
            return new Page<>(count, definitions(dsl, project, rows));
        });
    }

    @Override
    public Optional<EventDefinition> find(ProjectId project, UUID id) {
        return database.reading(dsl -> {
            List<EventDefinitionsRecord> rows = dsl.selectFrom(EVENT_DEFINITIONS)
                    .where(EVENT_DEFINITIONS.PROJECT_ID.eq(project.value()), EVENT_DEFINITIONS.ID.eq(id))
                    .fetch();
            return definitions(dsl, project, rows).stream().findFirst();
        });
    }

    @Override
    public Optional<EventDefinition> lock(ProjectId project, UUID id) {
        return database.writing(dsl -> {
            RowLocks.lock(
                    dsl,
                    EVENT_DEFINITIONS,
                    EVENT_DEFINITIONS.PROJECT_ID.eq(project.value()),
                    EVENT_DEFINITIONS.ID.eq(id));
            return find(project, id);
        });
    }

    @Override
    public long count(ProjectId project) {
        return database.reading(
                dsl -> (long) dsl.fetchCount(EVENT_DEFINITIONS, EVENT_DEFINITIONS.PROJECT_ID.eq(project.value())));
    }

    @Override
    public EventDefinition create(ProjectId project, String name, Optional<String> primaryProperty, Notes notes) {
        return database.writing(dsl -> {
            EventDefinitionsRecord row = dsl.newRecord(EVENT_DEFINITIONS);
            row.setId(DefinitionIds.ofEvent(project, name));
            row.setProjectId(project.value());
            row.setName(name);
            row.setSearchText(DefinitionNames.searchText(name));
            row.setPrimaryProperty(primaryProperty.orElse(null));
            fill(row, notes);
            row.insert();
            TAGS.replace(dsl, project, row.getId(), notes.tags());
            return definition(row, notes.tags());
        });
    }

    @Override
    public void update(ProjectId project, EventDefinition definition) {
        database.writing(dsl -> {
            EventDefinitionsRecord row = dsl.newRecord(EVENT_DEFINITIONS);
            row.setPrimaryProperty(definition.primaryProperty().orElse(null));
            fill(row, definition.notes());
            int changed = dsl.update(EVENT_DEFINITIONS)
                    .set(row)
                    .where(EVENT_DEFINITIONS.PROJECT_ID.eq(project.value()), EVENT_DEFINITIONS.ID.eq(definition.id()))
                    .execute();
            if (changed == 1) {
                TAGS.replace(dsl, project, definition.id(), definition.notes().tags());
            }
            return changed;
        });
    }

    @Override
    public void delete(ProjectId project, UUID id) {
        database.writing(dsl -> {
            TAGS.replace(dsl, project, id, List.of());
            dsl.deleteFrom(EVENT_PROPERTIES)
                    .where(
                            EVENT_PROPERTIES.PROJECT_ID.eq(project.value()),
                            EVENT_PROPERTIES.EVENT.in(DSL.select(EVENT_DEFINITIONS.NAME)
                                    .from(EVENT_DEFINITIONS)
                                    .where(
                                            EVENT_DEFINITIONS.PROJECT_ID.eq(project.value()),
                                            EVENT_DEFINITIONS.ID.eq(id))))
                    .execute();
            return dsl.deleteFrom(EVENT_DEFINITIONS)
                    .where(EVENT_DEFINITIONS.PROJECT_ID.eq(project.value()), EVENT_DEFINITIONS.ID.eq(id))
                    .execute();
        });
    }

    private static Condition condition(ProjectId project, EventDefinitionFilter filter) {
        List<Condition> all = new ArrayList<>();
        all.add(EVENT_DEFINITIONS.PROJECT_ID.eq(project.value()));
        filter.terms().forEach(it -> all.add(EVENT_DEFINITIONS.SEARCH_TEXT.contains(it)));
        all.add(
                switch (filter.sort()) {
                    case EVENT -> DSL.noCondition();
                    case EVENT_CUSTOM -> EVENT_DEFINITIONS.NAME.startsWith("$").not();
                    case EVENT_POSTHOG -> EVENT_DEFINITIONS.NAME.startsWith("$");
                });
        if (!filter.tags().isEmpty()) {
            all.add(TAGS.anyOf(EVENT_DEFINITIONS.ID, filter.tags()));
        }
        filter.verified()
                .ifPresent(it -> all.add(
                        it ? EVENT_DEFINITIONS.VERIFIED_AT.isNotNull() : EVENT_DEFINITIONS.VERIFIED_AT.isNull()));
        filter.hidden().ifPresent(it -> all.add(EVENT_DEFINITIONS.HIDDEN.eq(it)));
        return DSL.and(all);
    }

    private static List<SortField<?>> order(Order order) {
        Field<?> by = switch (order.by()) {
            case NAME -> EVENT_DEFINITIONS.SEARCH_TEXT;
            case LAST_SEEN_AT -> EVENT_DEFINITIONS.LAST_SEEN_AT;
            case LAST_SEEN_DAY -> day(EVENT_DEFINITIONS.LAST_SEEN_AT);
            case CREATED_AT -> EVENT_DEFINITIONS.CREATED_AT;
            case CREATED_DAY -> day(EVENT_DEFINITIONS.CREATED_AT);
        };
        SortOrder direction = order.descending() ? SortOrder.DESC : SortOrder.ASC;
        return List.of(
                by.sort(direction).nullsLast(), EVENT_DEFINITIONS.SEARCH_TEXT.asc(), EVENT_DEFINITIONS.NAME.asc());
    }

    private static Field<Long> day(Field<Instant> field) {
        return field.coerce(Long.class).div(DAY_MICROS);
    }

    private static List<EventDefinition> definitions(
            DSLContext dsl, ProjectId project, List<EventDefinitionsRecord> rows) {
        Map<UUID, List<String>> tags = TAGS.of(
                dsl, project, rows.stream().map(EventDefinitionsRecord::getId).toList());
        return rows.stream()
                .map(row -> definition(row, tags.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private static void fill(EventDefinitionsRecord row, Notes notes) {
        row.setDescription(notes.description().orElse(null));
        row.setHidden(notes.hidden());
        row.setVerifiedAt(Marks.at(notes.verified()));
        row.setVerifiedBy(Marks.by(notes.verified()));
        row.setUpdatedAt(Marks.at(notes.updated()));
        row.setUpdatedBy(Marks.by(notes.updated()));
    }

    private static EventDefinition definition(EventDefinitionsRecord row, List<String> tags) {
        return new EventDefinition(
                row.getId(),
                row.getName(),
                Optional.ofNullable(row.getCreatedAt()),
                Optional.ofNullable(row.getLastSeenAt()),
                Optional.ofNullable(row.getPrimaryProperty()),
                new Notes(
                        Optional.ofNullable(row.getDescription()),
                        tags,
                        row.getHidden(),
                        Marks.read(row.getVerifiedAt(), row.getVerifiedBy()),
                        Marks.read(row.getUpdatedAt(), row.getUpdatedBy())));
    }
}
