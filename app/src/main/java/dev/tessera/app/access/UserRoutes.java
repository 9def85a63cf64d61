package dev.tessera.app.access;

import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code /api/users/@me/} (spec/access.md 6.2). */
public final class UserRoutes {
    private final Guard guard;
    private final OrganizationStore organizations;
    private final Projects projects;

    public UserRoutes(Guard guard, OrganizationStore organizations, Projects projects) {
        this.guard = guard;
        this.organizations = organizations;
        this.projects = projects;
    }

    public List<Route> routes() {
        return List.of(guard.asUser(
                Operation.of(HttpMethod.GET, "/api/users/@me/", "The caller", new Authorization.Scope("user:read"))
                        .response(200, UserJson.schema()),
                this::me));
    }

    private Response me(UserCall call) {
        User user = call.user();
        List<UserJson.Seat> seats = seats(user);
        return Response.ok(UserJson.full(
                user,
                user.project()
                        .flatMap(id -> seats.stream()
                                .flatMap(it -> it.projects().stream())
                                .filter(it -> it.id().equals(id))
                                .findFirst()),
                seats));
    }

    /** All organizations of {@code user}, the current one first. */
    private List<UserJson.Seat> seats(User user) {
        List<UserJson.Seat> seats = new ArrayList<>();
        for (Membership membership : organizations.membershipsOf(user.id())) {
            organizations
                    .find(membership.organization())
                    .ifPresent(it -> seats.add(new UserJson.Seat(
                            it, membership.level(), projects.of(it.id()), organizations.memberCount(it.id()))));
        }
        seats.sort(Comparator.comparing(it ->
                !user.organization().filter(it.organization().id()::equals).isPresent()));
        return seats;
    }
}
