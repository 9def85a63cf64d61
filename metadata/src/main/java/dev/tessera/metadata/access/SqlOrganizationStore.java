package dev.tessera.metadata.access;

import static dev.tessera.metadata.generated.Tables.MEMBERSHIPS;
import static dev.tessera.metadata.generated.Tables.ORGANIZATIONS;

import dev.tessera.app.access.Membership;
import dev.tessera.app.access.MembershipLevel;
import dev.tessera.app.access.Organization;
import dev.tessera.app.access.OrganizationId;
import dev.tessera.app.access.OrganizationStore;
import dev.tessera.app.access.UserId;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.generated.tables.records.MembershipsRecord;
import dev.tessera.metadata.generated.tables.records.OrganizationsRecord;
import java.util.List;
import java.util.Optional;

/** Organizations and memberships in the metadata store. */
public final class SqlOrganizationStore implements OrganizationStore {
    private final Database database;

    public SqlOrganizationStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return database.reading(dsl -> dsl.fetchOptional(ORGANIZATIONS, ORGANIZATIONS.ID.eq(id.value())))
                .map(SqlOrganizationStore::organization);
    }

    @Override
    public void create(Organization organization) {
        database.writing(dsl -> {
            OrganizationsRecord row = dsl.newRecord(ORGANIZATIONS);
            row.setId(organization.id().value());
            row.setName(organization.name());
            row.setSlug(organization.slug());
            row.setCreatedAt(organization.createdAt());
            row.setUpdatedAt(organization.updatedAt());
            return row.insert();
        });
    }

    @Override
    public void add(Membership membership) {
        database.writing(dsl -> {
            MembershipsRecord row = dsl.newRecord(MEMBERSHIPS);
            row.setId(membership.id());
            row.setOrganizationId(membership.organization().value());
            row.setUserId(membership.user().value());
            row.setLevel((long) membership.level().number());
            row.setCreatedAt(membership.createdAt());
            row.setUpdatedAt(membership.updatedAt());
            return row.insert();
        });
    }

    @Override
    public Optional<Membership> membership(UserId user, OrganizationId organization) {
        return database.reading(dsl -> dsl.fetchOptional(
                        MEMBERSHIPS,
                        MEMBERSHIPS.USER_ID.eq(user.value()),
                        MEMBERSHIPS.ORGANIZATION_ID.eq(organization.value())))
                .map(SqlOrganizationStore::membership);
    }

    @Override
    public List<Membership> membershipsOf(UserId user) {
        return database.reading(dsl -> dsl.selectFrom(MEMBERSHIPS)
                .where(MEMBERSHIPS.USER_ID.eq(user.value()))
                .orderBy(MEMBERSHIPS.CREATED_AT, MEMBERSHIPS.ID)
                .fetch(SqlOrganizationStore::membership));
    }

    @Override
    public long memberCount(OrganizationId organization) {
        return database.reading(
                dsl -> dsl.fetchCount(MEMBERSHIPS, MEMBERSHIPS.ORGANIZATION_ID.eq(organization.value())));
    }

    private static Organization organization(OrganizationsRecord row) {
        return new Organization(
                new OrganizationId(row.getId()), row.getName(), row.getSlug(), row.getCreatedAt(), row.getUpdatedAt());
    }

    private static Membership membership(MembershipsRecord row) {
        return new Membership(
                row.getId(),
                new OrganizationId(row.getOrganizationId()),
                new UserId(row.getUserId()),
                MembershipLevel.of(row.getLevel())
                        .orElseThrow(() -> new IllegalStateException("No membership level is " + row.getLevel())),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }
}
