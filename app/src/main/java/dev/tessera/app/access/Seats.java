package dev.tessera.app.access;

import java.util.List;
import java.util.Optional;

/** Finds the organizations of users. */
final class Seats {
    private final OrganizationStore organizations;
    private final Projects projects;

    Seats(OrganizationStore organizations, Projects projects) {
        this.organizations = organizations;
        this.projects = projects;
    }

    /** All organizations of {@code user}, the one joined first in front. */
    List<Seat> of(User user) {
        return organizations.membershipsOf(user.id()).stream()
                .flatMap(it -> seat(it).stream())
                .toList();
    }

    /** The seat that {@code user} has in {@code organization}. */
    Optional<Seat> of(User user, OrganizationId organization) {
        return organizations.membership(user.id(), organization).flatMap(this::seat);
    }

    private Optional<Seat> seat(Membership membership) {
        return organizations
                .find(membership.organization())
                .map(it -> new Seat(it, membership.level(), projects.of(it.id()), organizations.memberCount(it.id())));
    }
}
