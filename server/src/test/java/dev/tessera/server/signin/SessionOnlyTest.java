package dev.tessera.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.access.AccessExamples;
import dev.tessera.app.access.AccessStores;
import dev.tessera.app.access.Authentication;
import dev.tessera.app.access.Guard;
import dev.tessera.app.access.MembershipLevel;
import dev.tessera.app.access.Organization;
import dev.tessera.app.access.Project;
import dev.tessera.app.access.RateLimits;
import dev.tessera.app.access.Secrets;
import dev.tessera.app.access.Sessions;
import dev.tessera.app.access.Signer;
import dev.tessera.app.access.User;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.OpenApi;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.TestHttp;
import dev.tessera.kernel.time.SettableClock;
import dev.tessera.server.access.AccessFixtures;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes that are for people only (spec/access.md 4.2), on a site that is reached by https. */
class SessionOnlyTest {
    private static final String KEY = "Bearer phx_key";

    @TempDir
    private Path data;

    private AccessFixtures fixtures;
    private TestHttp http;
    private List<Route> routes;
    private Project project;
    private String cookie;

    @BeforeEach
    void start() {
        fixtures = new AccessFixtures(data);
        AccessStores stores = fixtures.stores();
        User user = stores.user("ada");
        Organization acme = stores.organization("Acme");
        stores.member(user, acme, MembershipLevel.OWNER);
        project = stores.project(acme, "Shop");
        stores.keys().create(AccessExamples.key(user.id(), "key", "*"), Secrets.hash("phx_key"));

        SettableClock clock = new SettableClock("2024-05-06T07:00:00Z");
        SecureRandom random = new SecureRandom();
        Sessions sessions = new Sessions(
                stores.transactions(),
                stores.sessions(),
                new Secrets(random),
                new Signer("secret"),
                true,
                clock,
                random);
        Guard guard = new Guard(
                new Authentication(stores.keys(), stores.users(), sessions, clock),
                stores.organizations(),
                stores.projects(),
                RateLimits.off());
        routes = List.of(
                guard.inProject(
                        operation("/api/projects/{project_id}/secret/", new Authorization.SessionOnly()),
                        _ -> Response.text(200, "of the project")),
                guard.inOrganization(
                        operation("/api/organizations/{organization_id}/secret/", new Authorization.SessionOnly()),
                        _ -> Response.text(200, "of the organization")),
                guard.asUser(
                        operation("/api/secret/", new Authorization.SessionOnly("No keys here")),
                        call -> Response.text(200, "of " + call.user().email())),
                operation("/door/", new Authorization.Open())
                        .by(request -> sessions.begin(user.id(), request, Response.text(200, "in"))));
        http = new TestHttp(routes);
        List<String> cookies = http.get("/door/").headers().allValues("Set-Cookie");
        assertThat(cookies).hasSize(2).allSatisfy(it -> assertThat(it).endsWith("; Secure"));
        cookie = cookies.getFirst().split(";", 2)[0];
    }

    @AfterEach
    void stop() {
        http.close();
        fixtures.close();
    }

    @Test
    void letsInWhoIsSignedIn() {
        assertThat(http.get(projectPath(), "Cookie", cookie).body()).isEqualTo("of the project");
        assertThat(http.get(organizationPath(), "Cookie", cookie).body()).isEqualTo("of the organization");
        assertThat(http.get("/api/secret/", "Cookie", cookie).body()).isEqualTo("of ada@example.com");
    }

    @Test
    void refusesKeysForEverythingWithAReason() {
        for (String path : List.of(projectPath(), organizationPath())) {
            HttpResponse<String> refused = http.get(path, "Authorization", KEY);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body())
                    .isEqualTo("{\"type\":\"authentication_error\",\"code\":\"permission_denied\",\"detail\":"
                            + "\"This action does not support personal API key access\",\"attr\":null}");
        }
        assertThat(http.get("/api/secret/", "Authorization", KEY).body()).contains("\"No keys here\"");
    }

    @Test
    void refusesNobody() {
        assertThat(http.get("/api/secret/").statusCode()).isEqualTo(401);
    }

    @Test
    void isDescribedAsForSessions() {
        assertThat(OpenApi.of(routes.stream().map(Route::operation).toList(), "1")
                        .at("/paths/~1api~1secret~1/get/security")
                        .toString())
                .isEqualTo("[{\"session\":[]}]");
    }

    private String projectPath() {
        return "/api/projects/" + project.id().value() + "/secret/";
    }

    private String organizationPath() {
        return "/api/organizations/" + project.organization() + "/secret/";
    }

    private static Operation operation(String path, Authorization authorization) {
        return Operation.of(HttpMethod.GET, path, "Tell", authorization);
    }
}
