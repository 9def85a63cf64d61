package dev.tessera.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.access.MembershipLevel;
import dev.tessera.app.access.Organization;
import dev.tessera.app.access.Project;
import dev.tessera.app.access.User;
import dev.tessera.app.ingestion.Await;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Projects over HTTP (spec/access.md 7.2). */
class ProjectsHttpTest {
    @TempDir
    private Path data;

    private RunningServer server;
    private AccessFixtures fixtures;
    private Organization acme;

    @BeforeEach
    void start() {
        server = RunningServer.on(data);
        fixtures = new AccessFixtures(data);
        acme = fixtures.firstOrganization();
    }

    @AfterEach
    void stop() {
        fixtures.close();
        server.close();
    }

    @Test
    void makesAProjectThatTakesEventsAndIsCurrent() {
        Reply made =
                server.post(ofAcme(), "{\"name\": \"Läden\", \"timezone\": \"Asia/Tokyo\", \"week_start_day\": 1}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("id").isIntegralNumber()).isTrue();
        assertThat(made.at("project_id")).isEqualTo(made.at("id"));
        assertThat(made.at("api_token").asString()).matches("phc_[0-9A-Za-z]{40,43}");
        assertThat(made.at("organization").asString()).isEqualTo(acme.id().toString());
        assertThat(made.at("name").asString()).isEqualTo("Läden");
        assertThat(made.at("timezone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(made.at("week_start_day").asInt()).isEqualTo(1);
        assertThat(made.at("ingested_event").asBoolean()).isFalse();
        assertThat(server.get("/api/projects/@current/").body()).isEqualTo(made.body());
        assertThat(server.get("/api/users/@me/").at("team/id")).isEqualTo(made.at("id"));
        Reply captured = server.send(
                "POST",
                "/batch/",
                "{\"api_key\": \"" + made.at("api_token").asString()
                        + "\", \"batch\": [{\"event\": \"x\", \"distinct_id\": \"ada\"}]}");
        assertThat(captured.status()).isEqualTo(200);
    }

    @Test
    void makesAProjectInTheCurrentOrganizationWhenThePathNamesNone() {
        Reply made = server.post("/api/projects/", "{\"name\": \"Lab\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("organization").asString()).isEqualTo(acme.id().toString());
        assertThat(server.get("/api/projects/@current/").at("name").asString()).isEqualTo("Lab");
    }

    @Test
    void knowsWhenTheFirstEventHasCome() {
        assertThat(server.get("/api/projects/@current/").at("ingested_event").asBoolean())
                .isFalse();
        server.capture("[{\"event\": \"x\", \"distinct_id\": \"ada\"}]");
        Await.until(
                "the project knows",
                () -> server.get("/api/projects/@current/").at("ingested_event").asBoolean());
        assertThat(server.get("/api/users/@me/").at("team/ingested_event").asBoolean())
                .isTrue();
    }

    @Test
    void namesAProjectThatNobodyNamed() {
        assertThat(server.post(ofAcme(), "{}").at("name").asString()).isEqualTo("Default project");
        assertThat(server.post(ofAcme(), "").at("name").asString()).isEqualTo("Default project 2");
        server.post(ofAcme(), "{\"name\": \"DEFAULT PROJECT 3\"}");
        assertThat(server.post(ofAcme(), "{}").at("name").asString()).isEqualTo("Default project 4");
    }

    @Test
    void refusesANameThatIsBlankTooLongOrTaken() {
        assertRefused(server.post(ofAcme(), "{\"name\": \" \"}"), "blank", "name");
        assertRefused(server.post(ofAcme(), "{\"name\": \"" + "x".repeat(201) + "\"}"), "max_length", "name");
        Reply taken = server.post(ofAcme(), "{\"name\": \"SHOP\"}");
        assertRefused(taken, "unique", "name");
        assertThat(taken.at("detail").asString())
                .isEqualTo("A project with this name already exists in the organization.");
        assertThat(names(server.get("/api/projects/"))).containsExactly("Shop");
        assertThat(server.get("/api/projects/@current/").at("name").asString()).isEqualTo("Shop");
        assertThat(server.post(ofAcme(), "{\"name\": \"" + "x".repeat(200) + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void letsOnlyAdministratorsMakeProjects() {
        User member = fixtures.member(acme, MembershipLevel.MEMBER, fixtures.firstProject());
        Reply refused = server.send(
                "POST", ofAcme(), "{\"name\": \"Mine\"}", "Authorization", "Bearer " + fixtures.key(member, "*"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("detail").asString())
                .isEqualTo("You need to be an organization admin or above to create new projects.");
        assertThat(names(server.get("/api/projects/"))).containsExactly("Shop");
        User admin = fixtures.member(acme, MembershipLevel.ADMIN, fixtures.firstProject());
        Reply made = server.send(
                "POST", ofAcme(), "{\"name\": \"Ours\"}", "Authorization", "Bearer " + fixtures.key(admin, "*"));
        assertThat(made.status()).isEqualTo(201);
    }

    @Test
    void changesTheSettingsOfAProject() {
        Reply before = server.get("/api/projects/@current/");
        Reply after = server.patch("/api/projects/@current/", """
                {"name": "Store", "timezone": "America/St_Johns", "week_start_day": 0,
                 "test_account_filters": [{"key": "email", "value": "@example.com", "operator": "not_icontains"}],
                 "api_token": "phc_mine", "id": 99, "unknown": {"a": 1}}
                """);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.at("id")).isEqualTo(before.at("id"));
        assertThat(after.at("api_token").asString()).isEqualTo(RunningServer.TOKEN);
        assertThat(after.at("name").asString()).isEqualTo("Store");
        assertThat(after.at("timezone").asString()).isEqualTo("America/St_Johns");
        assertThat(after.at("week_start_day").asInt(-1)).isZero();
        assertThat(after.at("test_account_filters/0/value").asString()).isEqualTo("@example.com");
        assertThat(after.at("updated_at")).isNotEqualTo(before.at("updated_at"));
        assertThat(server.get("/api/projects/@current/").body()).isEqualTo(after.body());
        assertThat(server.patch("/api/projects/@current/", "{\"week_start_day\": null}")
                        .at("week_start_day")
                        .isNull())
                .isTrue();
        assertThat(server.patch("/api/projects/@current/", "{\"name\": \"STORE\"}")
                        .at("name")
                        .asString())
                .isEqualTo("STORE");
    }

    @Test
    void changesNothingWhenOneSettingIsWrong() {
        String before = server.get("/api/projects/@current/").body();
        fixtures.stores().project(acme, "Lab");
        assertRefused(patch("{\"name\": \"Store\", \"timezone\": \"Mars/Olympus\"}"), "invalid_choice", "timezone");
        assertRefused(patch("{\"name\": \"Store\", \"week_start_day\": 3}"), "invalid_choice", "week_start_day");
        assertRefused(patch("{\"timezone\": \"UTC\", \"name\": \"LAB\"}"), "unique", "name");
        assertRefused(
                patch("{\"name\": \"Store\", \"test_account_filters\": [1]}"),
                "invalid_input",
                "test_account_filters__0");
        assertThat(server.get("/api/projects/@current/").body()).isEqualTo(before);
    }

    @Test
    void refusesTextThatCannotBeWrittenDown() {
        assertRefused(patch("{\"name\": \"a\\u0000b\"}"), "null_characters_not_allowed", "name");
        assertRefused(patch("{\"name\": \"a\\ud800b\"}"), "invalid_input", "name");
        assertThat(patch("{\"test_account_filters\": [{\"key\": \"a\\u0000b\"}]}")
                        .status())
                .isEqualTo(200);
        assertThat(server.get("/api/projects/@current/")
                        .at("test_account_filters/0/key")
                        .asString())
                .isEqualTo("a\0b");
    }

    @Test
    void changesSettingsThatAreSentAsAForm() {
        Reply reply = server.send(HttpRequest.newBuilder(URI.create(server.url() + "/api/projects/@current/"))
                .header("Authorization", "Bearer " + RunningServer.KEY)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("name=Web+shop&week_start_day=1&unknown=1"))
                .build());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("name").asString()).isEqualTo("Web shop");
        assertThat(reply.at("week_start_day").asInt()).isEqualTo(1);
    }

    @Test
    void keepsTheProjectsOfOrganizationsApart() {
        Organization umbrella = fixtures.stores().organization("Umbrella");
        Project hive = fixtures.stores().project(umbrella, "Hive");
        assertThat(server.patch(path(hive), "{\"name\": \"Mine\"}").status()).isEqualTo(403);
        assertThat(fixtures.stores().projects().find(hive.id())).contains(hive);
        assertThat(names(server.get("/api/projects/"))).containsExactly("Shop");
        assertThat(server.get("/api/organizations/" + umbrella.id() + "/projects/")
                        .status())
                .isEqualTo(404);
        String shopOfUmbrella = "/api/organizations/" + umbrella.id() + "/projects/"
                + fixtures.firstProject().id().value() + "/";
        assertThat(server.get(shopOfUmbrella).status()).isEqualTo(404);
        assertThat(server.get(ofAcme() + hive.id().value() + "/").status()).isEqualTo(403);
    }

    @Test
    void listsPagesThatCanBeSearched() {
        for (String name : List.of("Web shop", "Lab", "50 % off", "a_b", "aXb")) {
            fixtures.stores().project(acme, name);
        }
        assertThat(names(server.get("/api/projects/?search=SHOP"))).containsExactly("Shop", "Web shop");
        assertThat(names(server.get(ofAcme() + "?search=lab"))).containsExactly("Lab");
        assertThat(names(search("%"))).containsExactly("50 % off");
        assertThat(names(search("a_b"))).containsExactly("a_b");
        assertThat(names(search("\0"))).isEmpty();
        assertThat(names(search("_".repeat(20_000)))).isEmpty();
        Reply page = server.get("/api/projects/?search=b&limit=1&offset=1");
        assertThat(page.at("count").asInt()).isEqualTo(4);
        assertThat(names(page)).containsExactly("Lab");
        assertThat(page.at("next").asString()).endsWith("/api/projects/?search=b&limit=1&offset=2");
        assertThat(page.at("previous").asString()).endsWith("/api/projects/?search=b&limit=1");
        assertThat(server.get(URI.create(page.at("next").asString()).getPath() + "?limit=1&offset=9")
                        .at("next")
                        .isNull())
                .isTrue();
        assertThat(page.at("results/0").propertyNames())
                .containsExactly(
                        "id",
                        "uuid",
                        "organization",
                        "project_id",
                        "api_token",
                        "name",
                        "completed_snippet_onboarding",
                        "has_completed_onboarding_for",
                        "ingested_event",
                        "is_demo",
                        "timezone",
                        "access_control");
    }

    private String ofAcme() {
        return "/api/organizations/" + acme.id() + "/projects/";
    }

    private static String path(Project project) {
        return "/api/projects/" + project.id().value() + "/";
    }

    private Reply patch(String body) {
        return server.patch("/api/projects/@current/", body);
    }

    private Reply search(String text) {
        return server.get("/api/projects/?search=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static List<String> names(Reply reply) {
        return reply.at("results")
                .valueStream()
                .map(it -> it.path("name"))
                .map(JsonNode::asString)
                .toList();
    }

    private static void assertRefused(Reply reply, String code, String attr) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("type").asString()).isEqualTo("validation_error");
        assertThat(reply.at("code").asString()).isEqualTo(code);
        assertThat(reply.at("attr").asString()).isEqualTo(attr);
    }
}
