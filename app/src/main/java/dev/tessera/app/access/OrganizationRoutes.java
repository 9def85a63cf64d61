package dev.tessera.app.access;

import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Paging;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** The organizations of the caller (spec/access.md 7.1). */
public final class OrganizationRoutes {
    private static final String ALL = "/api/organizations/";
    private static final Authorization READ = new Authorization.Scope("organization:read");

    private final Guard guard;
    private final Seats seats;

    public OrganizationRoutes(Guard guard, OrganizationStore organizations, Projects projects) {
        this.guard = guard;
        this.seats = new Seats(organizations, projects);
    }

    public List<Route> routes() {
        Schema organization = OrganizationJson.schema();
        return List.of(
                guard.outsideProjects(
                        Operation.of(HttpMethod.GET, ALL, "The organizations of the caller", READ)
                                .paged()
                                .response(200, Schema.page(organization)),
                        this::list),
                guard.outsideProjects(
                        Operation.of(HttpMethod.GET, ALL + "{organization_id}/", "An organization of the caller", READ)
                                .response(200, organization),
                        this::get));
    }

    private Response list(UserCall call) {
        List<Seat> all = seats.of(call.user()).stream()
                .filter(it -> call.caller().reaches(it.organization().id()))
                .toList();
        PageRequest asked = Paging.of(call.request());
        List<Seat> page = all.stream().skip(asked.offset()).limit(asked.limit()).toList();
        return Paging.answer(call.request(), asked, new Page<>(all.size(), page), OrganizationJson::full);
    }

    /** What a key is not for is not there, unlike inside an organization (spec/access.md 4.3). */
    private Response get(UserCall call) {
        String place = call.request().pathParameter("organization_id");
        Optional<OrganizationId> id = OrganizationId.named(place, call.user());
        return id.filter(call.caller()::reaches)
                .flatMap(it -> seats.of(call.user(), it))
                .map(it -> Response.ok(OrganizationJson.full(it)))
                .orElseThrow(ProblemException::notFound);
    }
}
