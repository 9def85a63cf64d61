package dev.tessera.app.access;

import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import java.util.Comparator;
import java.util.List;

/** {@code /api/users/@me/} (spec/access.md 6.2). */
public final class UserRoutes {
    private final Guard guard;
    private final Seats seats;

    public UserRoutes(Guard guard, OrganizationStore organizations, Projects projects) {
        this.guard = guard;
        this.seats = new Seats(organizations, projects);
    }

    public List<Route> routes() {
        return List.of(guard.asUser(
                Operation.of(HttpMethod.GET, "/api/users/@me/", "The caller", new Authorization.Scope("user:read"))
                        .response(200, UserJson.schema()),
                this::me));
    }

    private Response me(UserCall call) {
        User user = call.user();
        List<Seat> all = currentFirst(user);
        return Response.ok(UserJson.full(
                user,
                user.project()
                        .flatMap(id -> all.stream()
                                .flatMap(it -> it.projects().stream())
                                .filter(it -> it.id().equals(id))
                                .findFirst()),
                all));
    }

    private List<Seat> currentFirst(User user) {
        return seats.of(user).stream()
                .sorted(Comparator.comparing(it -> !user.organization()
                        .filter(it.organization().id()::equals)
                        .isPresent()))
                .toList();
    }
}
