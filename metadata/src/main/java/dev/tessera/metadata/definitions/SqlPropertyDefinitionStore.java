package dev.tessera.metadata.definitions;

import static dev.tessera.metadata.generated.Tables.EVENT_PROPERTIES;
import static dev.tessera.metadata.generated.Tables.PROPERTY_DEFINITIONS;
import static dev.tessera.metadata.generated.Tables.PROPERTY_DEFINITION_TAGS;

import dev.tessera.app.definitions.ListedProperty;
import dev.tessera.app.definitions.Notes;
import dev.tessera.app.definitions.PropertyDefinition;
import dev.tessera.app.definitions.PropertyDefinitionFilter;
import dev.tessera.app.definitions.PropertyDefinitionStore;
import dev.tessera.app.definitions.PropertyType;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.RowLocks;
import dev.tessera.metadata.TagTable;
import dev.tessera.metadata.generated.tables.records.PropertyDefinitionTagsRecord;
import dev.tessera.metadata.generated.tables.records.PropertyDefinitionsRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** Definitions of properties through jOOQ. */
public final class SqlPropertyDefinitionStore implements PropertyDefinitionStore {
    private static final String FLAG_PREFIX = "$feature/";

    private static final TagTable<PropertyDefinitionTagsRecord, UUID> TAGS = new TagTable<>(
            PROPERTY_DEFINITION_TAGS,
            PROPERTY_DEFINITION_TAGS.PROJECT_ID,
            PROPERTY_DEFINITION_TAGS.DEFINITION_ID,
            PROPERTY_DEFINITION_TAGS.NAME);

    private final Database database;

    public SqlPropertyDefinitionStore(Database database) {
        this.database = database;
    }

    @Override
    public Page<ListedProperty> list(ProjectId project, PropertyDefinitionFilter filter, PageRequest page) {
        Condition condition = condition(project, filter);
        Field<Integer> unseen = DSL.when(seenOn(project, filter.events()), 0).otherwise(1);
        return database.reading(dsl -> {
            int count = dsl.fetchCount(PROPERTY_DEFINITIONS, condition);
            Result<? extends Record> rows = dsl.select(PROPERTY_DEFINITIONS.fields())
                    .select(unseen)
                    .from(PROPERTY_DEFINITIONS)
                    .where(condition)
                    .orderBy(unseen.asc(), PROPERTY_DEFINITIONS.SEARCH_TEXT.asc(), PROPERTY_DEFINITIONS.NAME.asc())
                    .limit(page.limit())
                    .offset(page.offset())
                    .fetch();
            List<PropertyDefinition> definitions = definitions(dsl, project, rows.into(PROPERTY_DEFINITIONS));
            List<ListedProperty> listed = new ArrayList<>();
            for (int i = 0; i < definitions.size(); i++) {
                boolean seen = rows.get(i).get(unseen) == 0;
                listed.add(new ListedProperty(
                        definitions.get(i), filter.events().isEmpty() ? Optional.empty() : Optional.of(seen)));
            }
            return new Page<>(count, listed);
        });
    }

    @Override
    public Optional<PropertyDefinition> find(ProjectId project, UUID id) {
        return database.reading(dsl -> {
            List<PropertyDefinitionsRecord> rows = dsl.selectFrom(PROPERTY_DEFINITIONS)
                    .where(PROPERTY_DEFINITIONS.PROJECT_ID.eq(project.value()), PROPERTY_DEFINITIONS.ID.eq(id))
                    .fetch();
            return definitions(dsl, project, rows).stream().findFirst();
        });
    }

    @Override
    public Optional<PropertyDefinition> lock(ProjectId project, UUID id) {
        return database.writing(dsl -> {
            RowLocks.lock(
                    dsl,
                    PROPERTY_DEFINITIONS,
                    PROPERTY_DEFINITIONS.PROJECT_ID.eq(project.value()),
                    PROPERTY_DEFINITIONS.ID.eq(id));
            return find(project, id);
        });
    }

    @Override
    public void update(ProjectId project, PropertyDefinition definition) {
        database.writing(dsl -> {
            Notes notes = definition.notes();
            PropertyDefinitionsRecord row = dsl.newRecord(PROPERTY_DEFINITIONS);
            row.setPropertyType(definition.type().map(PropertyType::wireName).orElse(null));
            row.setDescription(notes.description().orElse(null));
            row.setHidden(notes.hidden());
            row.setVerifiedAt(Marks.at(notes.verified()));
            row.setVerifiedBy(Marks.by(notes.verified()));
            row.setUpdatedAt(Marks.at(notes.updated()));
            row.setUpdatedBy(Marks.by(notes.updated()));
            int changed = dsl.update(PROPERTY_DEFINITIONS)
                    .set(row)
                    .where(
                            PROPERTY_DEFINITIONS.PROJECT_ID.eq(project.value()),
                            PROPERTY_DEFINITIONS.ID.eq(definition.id()))
                    .execute();
            if (changed == 1) {
                TAGS.replace(dsl, project, definition.id(), notes.tags());
            }
            return changed;
        });
    }

    private static Condition condition(ProjectId project, PropertyDefinitionFilter filter) {
        List<Condition> all = new ArrayList<>();
        all.add(PROPERTY_DEFINITIONS.PROJECT_ID.eq(project.value()));
        all.add(PROPERTY_DEFINITIONS.OWNER.eq(filter.owner().wireName()));
        all.add(PROPERTY_DEFINITIONS.GROUP_TYPE_INDEX.eq(Owners.groupType(filter.owner())));
        filter.terms().forEach(it -> all.add(PROPERTY_DEFINITIONS.SEARCH_TEXT.contains(it)));
        filter.names().ifPresent(it -> all.add(PROPERTY_DEFINITIONS.NAME.in(it)));
        if (!filter.excluded().isEmpty()) {
            all.add(PROPERTY_DEFINITIONS.NAME.notIn(filter.excluded()));
        }
        if (filter.numerical()) {
            all.add(PROPERTY_DEFINITIONS.PROPERTY_TYPE.eq(PropertyType.NUMERIC.wireName()));
        }
        filter.flags().ifPresent(it -> {
            Condition flag = PROPERTY_DEFINITIONS.NAME.startsWith(FLAG_PREFIX);
            all.add(it ? flag : flag.not());
        });
        filter.seen().ifPresent(it -> {
            Condition seen = seenOn(project, filter.events());
            all.add(it ? seen : seen.not());
        });
        if (!filter.tags().isEmpty()) {
            all.add(TAGS.anyOf(PROPERTY_DEFINITIONS.ID, filter.tags()));
        }
        filter.verified()
                .ifPresent(it -> all.add(
                        it ? PROPERTY_DEFINITIONS.VERIFIED_AT.isNotNull() : PROPERTY_DEFINITIONS.VERIFIED_AT.isNull()));
        filter.hidden().ifPresent(it -> all.add(PROPERTY_DEFINITIONS.HIDDEN.eq(it)));
        return DSL.and(all);
    }

    /** That the property of a row was seen on one of {@code events}; only properties of events can have been. */
    private static Condition seenOn(ProjectId project, List<String> events) {
        if (events.isEmpty()) {
            return DSL.falseCondition();
        }
        return PROPERTY_DEFINITIONS
                .OWNER
                .eq("event")
                .and(DSL.exists(DSL.selectOne()
                        .from(EVENT_PROPERTIES)
                        .where(
                                EVENT_PROPERTIES.PROJECT_ID.eq(project.value()),
                                EVENT_PROPERTIES.EVENT.in(events),
                                EVENT_PROPERTIES.PROPERTY.eq(PROPERTY_DEFINITIONS.NAME))));
    }

    private static List<PropertyDefinition> definitions(
            DSLContext dsl, ProjectId project, List<PropertyDefinitionsRecord> rows) {
        Map<UUID, List<String>> tags = TAGS.of(
                dsl,
                project,
                rows.stream().map(PropertyDefinitionsRecord::getId).toList());
        return rows.stream()
                .map(row -> definition(row, tags.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private static PropertyDefinition definition(PropertyDefinitionsRecord row, List<String> tags) {
        return new PropertyDefinition(
                row.getId(),
                Owners.read(row.getOwner(), row.getGroupTypeIndex()),
                row.getName(),
                Optional.ofNullable(row.getPropertyType()).flatMap(PropertyType::named),
                new Notes(
                        Optional.ofNullable(row.getDescription()),
                        tags,
                        row.getHidden(),
                        Marks.read(row.getVerifiedAt(), row.getVerifiedBy()),
                        Marks.read(row.getUpdatedAt(), row.getUpdatedBy())));
    }
}
