package dev.tessera.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What holds for every route there is, as the server's own description lists them. */
class RouteTableHttpTest {
    private static final String PROJECTS = "/api/projects/";

    @TempDir
    private static Path data;

    private static RunningServer server;
    private static AccessFixtures fixtures;

    @BeforeAll
    static void start() {
        server = RunningServer.on(data);
        fixtures = new AccessFixtures(data);
    }

    @AfterAll
    static void stop() {
        fixtures.close();
        server.close();
    }

    /** An operation of the table. */
    private record Entry(String method, String path, String scope, boolean open) {
        /** Every path under which it must answer. */
        Stream<String> places(String project, String organization) {
            String filled = path.replace("{project_id}", project)
                    .replace("{organization_id}", organization)
                    .replaceAll("\\{[a-z_]+}", "1");
            Stream<String> names = filled.startsWith(PROJECTS)
                    ? Stream.of(filled, "/api/environments/" + filled.substring(PROJECTS.length()))
                    : Stream.of(filled);
            return names.flatMap(it -> Stream.of(it, it.substring(0, it.length() - 1)));
        }
    }

    @Test
    void onlyWhatIsMeantToBeOpenIsOpen() {
        assertThat(entries().filter(Entry::open).map(it -> it.method() + " " + it.path()))
                .containsExactlyInAnyOrder(
                        "POST /batch/",
                        "GET /batch/",
                        "OPTIONS /batch/",
                        "POST /e/",
                        "GET /e/",
                        "OPTIONS /e/",
                        "POST /i/v0/e/",
                        "GET /i/v0/e/",
                        "OPTIONS /i/v0/e/",
                        "POST /capture/",
                        "GET /capture/",
                        "OPTIONS /capture/",
                        "POST /track/",
                        "GET /track/",
                        "OPTIONS /track/",
                        "POST /engage/",
                        "GET /engage/",
                        "OPTIONS /engage/",
                        "POST /s/",
                        "GET /s/",
                        "OPTIONS /s/",
                        "POST /flags/",
                        "GET /flags/",
                        "OPTIONS /flags/",
                        "POST /decide/",
                        "OPTIONS /decide/",
                        "GET /array/{token}/config",
                        "OPTIONS /array/{token}/config",
                        "GET /array/{token}/config.js",
                        "GET /api/surveys/",
                        "OPTIONS /api/surveys/",
                        "GET /api/early_access_features/",
                        "OPTIONS /api/early_access_features/",
                        "GET /api/web_experiments/",
                        "OPTIONS /api/web_experiments/",
                        "GET /api/product_tours/",
                        "OPTIONS /api/product_tours/",
                        "GET /static/{name}",
                        "GET /static/{version}/{name}",
                        "POST /api/login/",
                        "POST /api/login/precheck/",
                        "GET /logout/",
                        "POST /logout/",
                        "POST /api/signup/",
                        "GET /_preflight/",
                        "GET /_health/",
                        "GET /_readiness/",
                        "GET /metrics/",
                        "GET /api/schema/");
    }

    @Test
    void everyGuardedOperationRefusesNobody() {
        assertThat(guarded())
                .hasSizeGreaterThan(5)
                .allSatisfy(it -> places(it).forEach(place -> {
                    Reply reply = server.send(it.method(), place, "");
                    assertThat(reply.status()).as("%s %s", it.method(), place).isEqualTo(401);
                    assertThat(reply.body())
                            .isEqualTo("{\"type\":\"authentication_error\",\"code\":\"not_authenticated\","
                                    + "\"detail\":\"Authentication credentials were not provided.\",\"attr\":null}");
                }));
    }

    @Test
    void everyGuardedReadingRefusesNobodyWhoAsksForItsHead() {
        assertThat(guarded().stream().filter(it -> it.method().equals("GET")))
                .hasSizeGreaterThan(5)
                .allSatisfy(it -> places(it).forEach(place -> {
                    Reply reply = server.send("HEAD", place, "");
                    assertThat(reply.status()).as("HEAD %s", place).isEqualTo(401);
                    assertThat(reply.body()).isEmpty();
                }));
    }

    @Test
    void everyGuardedOperationRefusesAKeyOfAnotherScope() {
        String key = fixtures.key(fixtures.firstUser(), "subscription:write");
        assertThat(guarded())
                .allSatisfy(it -> places(it).forEach(place -> {
                    Reply reply = server.send(it.method(), place, "", "Authorization", "Bearer " + key);
                    assertThat(reply.status()).as("%s %s", it.method(), place).isEqualTo(403);
                    assertThat(reply.at("detail").asString())
                            .isEqualTo("API key missing required scope '" + it.scope() + "'");
                }));
    }

    @Test
    void everyGuardedOperationLetsItsOwnScopeIn() {
        assertThat(guarded()).allSatisfy(it -> {
            String key = fixtures.key(fixtures.firstUser(), it.scope());
            places(it).forEach(place -> {
                Reply reply = server.send(it.method(), place, "", "Authorization", "Bearer " + key);
                assertThat(reply.status())
                        .as("%s %s", it.method(), place)
                        .isNotIn(401, 403)
                        .isLessThan(500);
            });
        });
    }

    @Test
    void everyReadingAnswersAlikeUnderBothNamesOfAProject() {
        String key = fixtures.key(fixtures.firstUser(), "*");
        String project = Long.toString(fixtures.firstProject().id().value());
        List<Entry> readings = guarded().stream()
                .filter(it -> it.method().equals("GET") && it.path().startsWith(PROJECTS))
                .toList();
        assertThat(readings).hasSizeGreaterThan(5).allSatisfy(it -> {
            String organization = fixtures.firstOrganization().id().toString();
            for (String id : List.of(project, "@current", "999999")) {
                List<Reply> replies = it.places(id, organization)
                        .map(place -> server.send("GET", place, "", "Authorization", "Bearer " + key))
                        .toList();
                assertThat(replies).hasSize(4).allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(replies.getFirst().status());
                    assertThat(reply.body()).isEqualTo(replies.getFirst().body());
                });
            }
        });
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        List<String> names =
                documented().map(it -> it.path("operationId").asString("")).toList();
        assertThat(names)
                .hasSizeGreaterThan(50)
                .doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(it).matches("[a-z][A-Za-z0-9_]*[a-z]"))
                .contains(
                        "dashboards_list",
                        "dashboards_create",
                        "dashboards_retrieve",
                        "dashboards_update",
                        "dashboards_partial_update",
                        "dashboards_destroy",
                        "insights_list",
                        "insights_my_last_viewed_retrieve",
                        "insights_viewed_create",
                        "projects_retrieve",
                        "query_create",
                        "batch_create");
    }

    @Test
    void theDescriptionNamesTheOtherPathOfWhatIsInAProject() {
        server.send("GET", "/api/schema/", "").at("paths").propertyStream().forEach(path -> {
            List<String> aliases = path.getKey().startsWith(PROJECTS)
                    ? List.of("/api/environments/" + path.getKey().substring(PROJECTS.length()))
                    : List.of();
            assertThat(path.getValue().valueStream())
                    .allSatisfy(it -> assertThat(it.path("x-aliases")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList())
                            .isEqualTo(aliases));
        });
    }

    @Test
    void everyListInPagesSaysThatAPageCanEndEarly() {
        assertThat(documented()
                        .filter(it -> it.path("description").asString("").contains("follow \"next\" until it is null"))
                        .map(it -> it.path("operationId").asString()))
                .contains("dashboards_list", "insights_list", "event_definitions_list", "property_definitions_list")
                .doesNotContain("dashboards_retrieve");
    }

    private static Stream<JsonNode> documented() {
        return server.send("GET", "/api/schema/", "").at("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    private static Stream<String> places(Entry entry) {
        return entry.places(
                Long.toString(fixtures.firstProject().id().value()),
                fixtures.firstOrganization().id().toString());
    }

    private static List<Entry> guarded() {
        return entries().filter(it -> !it.scope().isEmpty()).toList();
    }

    private static Stream<Entry> entries() {
        return server.send("GET", "/api/schema/", "")
                .at("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> new Entry(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue().path("x-scope").asString(""),
                                operation.getValue().path("security").isEmpty())));
    }
}
