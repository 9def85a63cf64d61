package dev.tessera.app.access;

import java.util.List;

/** An organization of a user, with what the user can see of it. */
record Seat(Organization organization, MembershipLevel level, List<Project> projects, long members) {
    Seat {
        projects = List.copyOf(projects);
    }
}
