package dev.tessera.metadata.groups;

import static dev.tessera.metadata.generated.Tables.GROUPS;
import static dev.tessera.metadata.generated.Tables.GROUP_TYPES;

import dev.tessera.app.groups.Group;
import dev.tessera.app.groups.GroupStore;
import dev.tessera.app.groups.GroupType;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.InstantConverter;
import dev.tessera.metadata.generated.tables.records.GroupTypesRecord;
import dev.tessera.metadata.generated.tables.records.GroupsRecord;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Groups in the metadata store. The applier passes here, so what writes them is a constant in a JDBC batch. */
public final class SqlGroupStore implements GroupStore {
    private static final String SAVE = "INSERT INTO groups"
            + " (project_id, group_type_index, group_key, properties, created_at, version) VALUES (?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (project_id, group_type_index, group_key)"
            + " DO UPDATE SET properties = excluded.properties, version = excluded.version";

    private final Database database;

    public SqlGroupStore(Database database) {
        this.database = database;
    }

    @Override
    public List<GroupType> types(ProjectId project) {
        return database.reading(dsl -> dsl.selectFrom(GROUP_TYPES)
                .where(GROUP_TYPES.PROJECT_ID.eq(project.value()))
                .orderBy(GROUP_TYPES.GROUP_TYPE_INDEX)
                .fetch(SqlGroupStore::type));
    }

    @Override
    public void createType(GroupType type) {
        database.writing(dsl -> {
            GroupTypesRecord row = dsl.newRecord(GROUP_TYPES);
            row.setProjectId(type.project().value());
            row.setGroupTypeIndex((long) type.index());
            row.setName(type.name());
            return row.insert();
        });
    }

    @Override
    public Optional<Group> find(ProjectId project, int typeIndex, String key) {
        return database.reading(dsl -> dsl.fetchOptional(
                        GROUPS,
                        GROUPS.PROJECT_ID
                                .eq(project.value())
                                .and(GROUPS.GROUP_TYPE_INDEX.eq((long) typeIndex))
                                .and(GROUPS.GROUP_KEY.eq(key))))
                .map(SqlGroupStore::group);
    }

    @Override
    public void save(Collection<Group> groups) {
        database.writingJdbc(connection -> {
            try (PreparedStatement save = connection.prepareStatement(SAVE)) {
                for (Group group : groups) {
                    save.setLong(1, group.project().value());
                    save.setLong(2, group.typeIndex());
                    save.setString(3, group.key());
                    save.setString(4, group.properties());
                    save.setLong(5, InstantConverter.micros(group.createdAt()));
                    save.setLong(6, group.version());
                    save.addBatch();
                }
                return save.executeBatch().length;
            }
        });
    }

    private static GroupType type(GroupTypesRecord row) {
        return new GroupType(
                new ProjectId(row.getProjectId()), Math.toIntExact(row.getGroupTypeIndex()), row.getName());
    }

    private static Group group(GroupsRecord row) {
        return new Group(
                new ProjectId(row.getProjectId()),
                Math.toIntExact(row.getGroupTypeIndex()),
                row.getGroupKey(),
                row.getProperties(),
                row.getCreatedAt(),
                row.getVersion());
    }
}
