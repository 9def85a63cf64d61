package dev.tessera.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.access.MembershipLevel;
import dev.tessera.app.access.Organization;
import dev.tessera.app.access.Project;
import dev.tessera.app.access.User;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Behaviours of spec/access.md 10 about what a key is for. */
class KeyRestrictionsHttpTest {
    @TempDir
    private static Path data;

    private static RunningServer server;
    private static AccessFixtures fixtures;

    /** The first user of the instance, who belongs to two of three organizations. */
    private static User ada;

    private static Organization acme;
    private static Organization umbrella;
    private static Organization initech;

    /** Two projects of Acme, one of each other organization. */
    private static Project shop;

    private static Project lab;
    private static Project hive;
    private static Project printer;

    @BeforeAll
    static void start() {
        server = RunningServer.on(data);
        fixtures = new AccessFixtures(data);
        ada = fixtures.firstUser();
        acme = fixtures.firstOrganization();
        shop = fixtures.firstProject();
        lab = fixtures.stores().project(acme, "Lab");
        umbrella = fixtures.stores().organization("Umbrella");
        hive = fixtures.stores().project(umbrella, "Hive");
        fixtures.stores().member(ada, umbrella, MembershipLevel.MEMBER);
        initech = fixtures.stores().organization("Initech");
        printer = fixtures.stores().project(initech, "Printer");
    }

    @AfterAll
    static void stop() {
        fixtures.close();
        server.close();
    }

    @Test
    void access11RefusesToWriteWithAKeyThatReads() {
        Reply reply = send("PATCH", path(shop), fixtures.key(ada, "project:read"));
        assertForbidden(reply, "API key missing required scope 'project:write'");
        assertThat(reply.at("attr").isNull()).isTrue();
    }

    @Test
    void access12ReadsWithAKeyThatWrites() {
        assertThat(get(path(shop), fixtures.key(ada, "project:write")).status()).isEqualTo(200);
    }

    @Test
    void access13DoesEverythingWithAStar() {
        String key = fixtures.key(ada, "*");
        assertThat(get(path(shop), key).status()).isEqualTo(200);
        assertThat(get("/api/users/@me/", key).status()).isEqualTo(200);
        assertThat(get("/api/organizations/", key).status()).isEqualTo(200);
    }

    @Test
    void access14RefusesAKeyWithoutScopes() {
        String key = fixtures.key(ada);
        assertForbidden(get(path(shop), key), "API key missing required scope 'project:read'");
        assertForbidden(get("/api/users/@me/", key), "API key missing required scope 'user:read'");
    }

    @Test
    void access15RefusesAnotherProjectThanTheKeyIsFor() {
        String key = fixtures.key(ada, List.of(shop.id()), List.of(), "*");
        assertThat(get(path(shop), key).status()).isEqualTo(200);
        assertForbidden(get(path(lab), key), project(lab));
        assertThat(get(path(acme) + "projects/" + shop.id().value() + "/", key).status())
                .isEqualTo(200);
    }

    @Test
    void access16RefusesAnOrganizationToAKeyForProjects() {
        String key = fixtures.key(ada, List.of(shop.id()), List.of(), "*");
        String detail = "API keys with scoped projects are only supported on project-based endpoints.";
        assertForbidden(get(path(acme), key), detail);
        assertForbidden(get("/api/organizations/", key), detail);
        assertForbidden(get(path(acme) + "projects/", key), detail);
    }

    @Test
    void access17ListsNoProjectsForAKeyForProjectsButShowsTheUser() {
        String key = fixtures.key(ada, List.of(shop.id()), List.of(), "*");
        assertThat(get("/api/projects/", key).status()).isEqualTo(403);
        assertThat(get("/api/users/@me/", key).at("email").asString()).isEqualTo("ada@example.com");
    }

    @Test
    void access18HidesOtherOrganizationsFromAKeyForOne() {
        String key = fixtures.key(ada, List.of(), List.of(acme.id()), "*");
        assertThat(get(path(umbrella), key).status()).isEqualTo(404);
        assertForbidden(
                get(path(hive), key),
                "API key does not have access to the requested organization: ID " + umbrella.id() + ".");
        assertThat(get(path(acme), key).status()).isEqualTo(200);
        assertThat(names(get("/api/organizations/", key))).containsExactly("Acme");
        assertThat(names(get("/api/projects/", key))).containsExactly("Shop", "Lab");
        assertThat(get("/api/users/@me/", key).at("organizations")).hasSize(2);
    }

    @Test
    void hidesTheCurrentProjectOfAnotherOrganizationThanTheKeyIsFor() {
        String key = fixtures.key(ada, List.of(), List.of(umbrella.id()), "*");
        Reply reply = get("/api/projects/@current/", key);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.at("detail").asString()).isEqualTo("Project not found.");
    }

    @Test
    void access19NamesTheProjectBeforeTheScope() {
        assertForbidden(
                get(path(lab), fixtures.key(ada, List.of(shop.id()), List.of(), "feature_flag:read")), project(lab));
    }

    @Test
    void namesTheScopeBeforeTheMembership() {
        assertForbidden(
                get(path(printer), fixtures.key(ada, "feature_flag:read")),
                "API key missing required scope 'project:read'");
    }

    @Test
    void access20RefusesAProjectOfAnOrganizationOfOthers() {
        String key = fixtures.key(ada, "*");
        assertForbidden(get(path(printer), key), "You don't have access to the project.");
        assertForbidden(send("PATCH", path(printer), key), "You don't have access to the project.");
    }

    @Test
    void access21DoesNotFindAProjectThatIsNotThere() {
        for (String place : List.of("999999", "abc", "0", "-1", "1.0", "99999999999999999999", "%20", "@me")) {
            Reply reply = server.get("/api/projects/" + place + "/");
            assertThat(reply.status()).as(place).isEqualTo(404);
            assertThat(reply.at("detail").asString()).as(place).isEqualTo("Project not found.");
        }
    }

    @Test
    void access23AnswersAlikeUnderEveryFormOfAPath() {
        for (String inside : List.of("", "/dashboards", "/insights")) {
            String place = "/" + shop.id().value() + inside;
            Reply reply = server.get("/api/projects" + place + "/");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(server.get("/api/projects" + place).body()).isEqualTo(reply.body());
            assertThat(server.get("/api/environments" + place).body()).isEqualTo(reply.body());
            assertThat(server.get("/api/environments" + place + "/").body()).isEqualTo(reply.body());
        }
    }

    @Test
    void showsAnOrganizationToItsMembersOnly() {
        Reply own = server.get(path(umbrella));
        assertThat(own.at("name").asString()).isEqualTo("Umbrella");
        assertThat(own.at("membership_level").asInt()).isEqualTo(1);
        assertThat(own.at("projects/0/name").asString()).isEqualTo("Hive");
        assertThat(server.get("/api/organizations/@current/").at("name").asString())
                .isEqualTo("Acme");
        for (String place :
                List.of(initech.id().toString(), "00000000-0000-0000-0000-000000000000", "x", "1-1-1-1-1")) {
            Reply reply = server.get("/api/organizations/" + place + "/");
            assertThat(reply.status()).as(place).isEqualTo(404);
            assertThat(reply.at("detail").asString()).as(place).isEqualTo("Not found.");
            Reply inside = server.get("/api/organizations/" + place + "/projects/");
            assertThat(inside.at("detail").asString()).as(place).isEqualTo("Organization not found.");
        }
    }

    @Test
    void listsTheOrganizationsOfTheCaller() {
        Reply all = server.get("/api/organizations/");
        assertThat(names(all)).containsExactlyInAnyOrder("Acme", "Umbrella");
        Reply page = server.get("/api/organizations/?limit=1");
        assertThat(page.at("count").asInt()).isEqualTo(2);
        assertThat(page.at("results")).hasSize(1);
        assertThat(page.at("next").asString()).endsWith("/api/organizations/?limit=1&offset=1");
    }

    private static String path(Project project) {
        return "/api/projects/" + project.id().value() + "/";
    }

    private static String path(Organization organization) {
        return "/api/organizations/" + organization.id() + "/";
    }

    private static String project(Project project) {
        return "API key does not have access to the requested project: ID "
                + project.id().value() + ".";
    }

    private static Reply get(String path, String key) {
        return send("GET", path, key);
    }

    private static Reply send(String method, String path, String key) {
        return server.send(method, path, method.equals("GET") ? "" : "{}", "Authorization", "Bearer " + key);
    }

    private static List<String> names(Reply reply) {
        return reply.at("results")
                .valueStream()
                .map(it -> it.path("name"))
                .map(JsonNode::asString)
                .toList();
    }

    private static void assertForbidden(Reply reply, String detail) {
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.at("type").asString()).isEqualTo("authentication_error");
        assertThat(reply.at("code").asString()).isEqualTo("permission_denied");
        assertThat(reply.at("detail").asString()).isEqualTo(detail);
    }
}
