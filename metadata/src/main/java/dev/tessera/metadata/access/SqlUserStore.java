package dev.tessera.metadata.access;

import static dev.tessera.metadata.generated.Tables.USERS;

import dev.tessera.app.access.NewUser;
import dev.tessera.app.access.OrganizationId;
import dev.tessera.app.access.User;
import dev.tessera.app.access.UserId;
import dev.tessera.app.access.UserPreferences;
import dev.tessera.app.access.UserStore;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.RowLocks;
import dev.tessera.metadata.generated.tables.records.UsersRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Users in the metadata store. */
public final class SqlUserStore implements UserStore {
    private final Database database;

    public SqlUserStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean isEmpty() {
        return database.reading(dsl -> !dsl.fetchExists(USERS));
    }

    @Override
    public void lock() {
        database.writing(dsl -> {
            RowLocks.lockAll(dsl, USERS);
            return true;
        });
    }

    @Override
    public Optional<User> find(UserId id) {
        return database.reading(dsl -> dsl.fetchOptional(USERS, USERS.ID.eq(id.value())))
                .map(SqlUserStore::user);
    }

    @Override
    public Map<UserId, User> find(Collection<UserId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UserId, User> found = new HashMap<>();
        database.reading(dsl -> dsl.fetch(
                        USERS, USERS.ID.in(ids.stream().map(UserId::value).toList())))
                .forEach(it -> found.put(new UserId(it.getId()), user(it)));
        return found;
    }

    @Override
    public Optional<User> findByEmail(String email) {
        return database.reading(dsl -> dsl.fetchOptional(USERS, USERS.EMAIL.eq(User.emailKey(email))))
                .map(SqlUserStore::user);
    }

    @Override
    public User create(NewUser user) {
        return database.writing(dsl -> {
            UsersRecord row = dsl.newRecord(USERS);
            row.setUuid(user.uuid());
            row.setDistinctId(user.distinctId());
            row.setEmail(user.email());
            row.setFirstName(user.firstName());
            row.setLastName(user.lastName());
            row.setPasswordHash(user.passwordHash());
            row.setIsActive(true);
            row.setIsStaff(user.staff());
            row.setCreatedAt(user.createdAt());
            row.insert();
            return user(row);
        });
    }

    @Override
    public void update(User user) {
        database.writing(dsl -> dsl.update(USERS)
                .set(USERS.EMAIL, user.email())
                .set(USERS.FIRST_NAME, user.firstName())
                .set(USERS.LAST_NAME, user.lastName())
                .set(USERS.IS_ACTIVE, user.active())
                .set(USERS.IS_STAFF, user.staff())
                .set(USERS.ROLE_AT_ORGANIZATION, user.role().orElse(null))
                .where(USERS.ID.eq(user.id().value()))
                .execute());
    }

    @Override
    public Optional<String> passwordHash(UserId id) {
        return database.reading(dsl -> dsl.select(USERS.PASSWORD_HASH)
                .from(USERS)
                .where(USERS.ID.eq(id.value()))
                .fetchOptional(USERS.PASSWORD_HASH));
    }

    @Override
    public void setPasswordHash(UserId id, String hash) {
        database.writing(dsl -> dsl.update(USERS)
                .set(USERS.PASSWORD_HASH, hash)
                .where(USERS.ID.eq(id.value()))
                .execute());
    }

    @Override
    public UserPreferences preferences(UserId id) {
        return database.reading(dsl -> dsl.select(USERS.PREFERENCES)
                        .from(USERS)
                        .where(USERS.ID.eq(id.value()))
                        .fetchOptional(USERS.PREFERENCES))
                .map(UserPreferences::new)
                .orElseGet(UserPreferences::none);
    }

    @Override
    public void setPreferences(UserId id, UserPreferences preferences) {
        database.writing(dsl -> dsl.update(USERS)
                .set(USERS.PREFERENCES, preferences.json())
                .where(USERS.ID.eq(id.value()))
                .execute());
    }

    @Override
    public void setCurrent(UserId user, OrganizationId organization, ProjectId project) {
        database.writing(dsl -> dsl.update(USERS)
                .set(USERS.CURRENT_ORGANIZATION_ID, organization.value())
                .set(USERS.CURRENT_PROJECT_ID, project.value())
                .where(USERS.ID.eq(user.value()))
                .execute());
    }

    private static User user(UsersRecord row) {
        return new User(
                new UserId(row.getId()),
                row.getUuid(),
                row.getDistinctId(),
                row.getEmail(),
                row.getFirstName(),
                row.getLastName(),
                row.getIsActive(),
                row.getIsStaff(),
                Optional.ofNullable(row.getRoleAtOrganization()),
                Optional.ofNullable(row.getCurrentOrganizationId()).map(OrganizationId::new),
                Optional.ofNullable(row.getCurrentProjectId()).map(ProjectId::new),
                row.getCreatedAt());
    }
}
