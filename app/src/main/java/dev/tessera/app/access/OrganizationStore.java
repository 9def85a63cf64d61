package dev.tessera.app.access;

import java.util.List;
import java.util.Optional;

/** Keeps organizations and who belongs to them. */
public interface OrganizationStore {
    Optional<Organization> find(OrganizationId id);

    /**
     * Stores a new organization.
     *
     * @throws dev.tessera.kernel.tx.DuplicateException when the slug is taken
     */
    void create(Organization organization);

    /**
     * Stores a new membership.
     *
     * @throws dev.tessera.kernel.tx.DuplicateException when the user is a member already
     */
    void add(Membership membership);

    Optional<Membership> membership(UserId user, OrganizationId organization);

    /** The memberships of {@code user}, oldest first. */
    List<Membership> membershipsOf(UserId user);

    /** How many members {@code organization} has. */
    long memberCount(OrganizationId organization);
}
