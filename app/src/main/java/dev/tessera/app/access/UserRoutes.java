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
    private static final String ME = "/api/users/@me/";

    private final Guard guard;
    private final UserStore users;
    private final Profiles profiles;
    private final Seats seats;

    public UserRoutes(
            Guard guard, UserStore users, Profiles profiles, OrganizationStore organizations, Projects projects) {
        this.guard = guard;
        this.users = users;
        this.profiles = profiles;
        this.seats = new Seats(organizations, projects);
    }

    public List<Route> routes() {
        return List.of(
                guard.asUser(
                        Operation.of(HttpMethod.GET, ME, "The caller", new Authorization.Scope("user:read"))
                                .response(200, UserJson.schema()),
                        call -> me(call.user(), call.caller().credential())),
                guard.asUser(
                        Operation.of(HttpMethod.PATCH, ME, "Change the caller", new Authorization.Scope("user:write"))
                                .body(Profiles.schema())
                                .response(200, UserJson.schema()),
                        this::patch));
    }

    private Response patch(UserCall call) throws InterruptedException {
        User changed = profiles.change(call.caller(), call.request().fields());
        return me(changed, call.caller().credential());
    }

    private Response me(User user, Credential credential) {
        List<Seat> all = currentFirst(user);
        return Response.ok(UserJson.full(
                user,
                user.project()
                        .flatMap(id -> all.stream()
                                .flatMap(it -> it.projects().stream())
                                .filter(it -> it.id().equals(id))
                                .findFirst()),
                all,
                users.preferences(user.id()),
                credential));
    }

    private List<Seat> currentFirst(User user) {
        return seats.of(user).stream()
                .sorted(Comparator.comparing(it -> !user.organization()
                        .filter(it.organization().id()::equals)
                        .isPresent()))
                .toList();
    }
}
