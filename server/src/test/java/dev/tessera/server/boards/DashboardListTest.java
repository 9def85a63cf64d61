package dev.tessera.server.boards;

import static dev.tessera.server.boards.BoardsServer.PROJECT;
import static dev.tessera.server.boards.BoardsServer.assertError;
import static dev.tessera.server.boards.BoardsServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.access.UserId;
import dev.tessera.app.dashboards.CreationMode;
import dev.tessera.app.dashboards.DashboardDetails;
import dev.tessera.app.dashboards.NewDashboard;
import dev.tessera.metadata.dashboards.SqlDashboardStore;
import dev.tessera.server.Browser;
import dev.tessera.server.Reply;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers in names are those of spec/dashboards.md 11. */
class DashboardListTest {
    private static final String LIST = "P/dashboards/";

    private BoardsServer server;

    @BeforeEach
    void start(@TempDir Path data) {
        server = new BoardsServer(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void behaviour1ListsByNameWithoutTilesAndFilters() {
        named("b");
        named("a");
        Reply reply = server.get(LIST);
        assertThat(names(reply)).containsExactly("a", "b");
        assertThat(reply.at("results/0").propertyNames())
                .containsExactly(
                        "id",
                        "name",
                        "description",
                        "pinned",
                        "created_at",
                        "created_by",
                        "last_accessed_at",
                        "last_viewed_at",
                        "is_shared",
                        "deleted",
                        "creation_mode",
                        "tags",
                        "restriction_level",
                        "effective_restriction_level",
                        "effective_privilege_level",
                        "user_access_level",
                        "access_control_version",
                        "last_refresh",
                        "team_id",
                        "search_match_type");
        assertThat(reply.at("results/0/created_by/email").stringValue()).isEqualTo("ada@example.com");
        assertThat(reply.at("results/0/user_access_level").stringValue()).isEqualTo("manager");
        assertThat(reply.at("results/0/search_match_type").isNull()).isTrue();
    }

    @Test
    void behaviour2ListsPinnedOnesFirst() {
        named("a");
        server.dashboard("{'name':'z','pinned':true}");
        assertThat(names(server.get(LIST))).containsExactly("z", "a");
    }

    @Test
    void behaviour3AnswersAnEmptyPageWithoutDashboards() {
        assertThat(server.get(LIST).json()).isEqualTo(json("{'count':0,'next':null,'previous':null,'results':[]}"));
    }

    @Test
    void behaviour4PagesWithLinksThatCanBeFollowed() {
        named("a");
        named("b");
        named("c");
        Reply first = server.get(LIST + "?limit=2");
        assertThat(names(first)).containsExactly("a", "b");
        assertThat(first.at("count").intValue()).isEqualTo(3);
        assertThat(first.at("previous").isNull()).isTrue();
        String next = first.at("next").stringValue();
        assertThat(next).startsWith("http://127.0.0.1").contains("offset=2");
        assertThat(names(server.get(next.substring(server.running().url().length()))))
                .containsExactly("c");
    }

    @Test
    void behaviour5ServesPathsWithoutTheirSlashAndUnderTheOldName() {
        named("a");
        Reply reply = server.get(LIST);
        assertThat(server.get("P/dashboards").body()).isEqualTo(reply.body());
        assertThat(server.get("/api/environments/1/dashboards/").body()).isEqualTo(reply.body());
        assertThat(server.get("/api/projects/@current/dashboards/").body()).isEqualTo(reply.body());
    }

    @Test
    void behaviour7HidesDashboardsOfOtherProjects() {
        String other = server.post("/api/organizations/@current/projects/", "{'name':'Other'}")
                .at("id")
                .toString();
        long id = server.post("/api/projects/" + other + "/dashboards/", "{'name':'there'}")
                .at("id")
                .longValue();
        assertThat(server.get(LIST).at("count").intValue()).isZero();
        Reply reply = server.get(LIST + id + "/");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json())
                .isEqualTo(json("{'type':'invalid_request','code':'not_found','detail':'Not found.','attr':null}"));
        assertThat(server.patch(LIST + id + "/", "{'name':'mine'}").status()).isEqualTo(404);
        assertThat(server.get("/api/projects/" + other + "/dashboards/" + id + "/")
                        .at("name")
                        .stringValue())
                .isEqualTo("there");
    }

    @Test
    void behaviour8KeepsStrangersOut() {
        assertError(
                server.stranger("eve").get(LIST),
                403,
                "permission_denied",
                "You don't have access to the project.",
                "");
    }

    @Test
    void behaviour9FindsWhatHasOneOfTheTags() {
        server.dashboard("{'name':'a','tags':['tag']}");
        server.dashboard("{'name':'b','tags':['tag2']}");
        named("c");
        Reply one = server.get(LIST + "?tags=tag");
        assertThat(names(one)).containsExactly("a");
        assertThat(one.at("count").intValue()).isEqualTo(1);
        Reply two = server.get(LIST + "?tags=tag&tags=tag2");
        assertThat(names(two)).containsExactly("a", "b");
        assertThat(two.at("count").intValue()).isEqualTo(2);
    }

    @Test
    void behaviours10And11ListUnlistedOnesOnlyWhenAskedAndServeThemById() {
        named("default");
        stored("template", CreationMode.TEMPLATE);
        long unlisted = stored("unlisted", CreationMode.UNLISTED);
        assertThat(names(server.get(LIST))).containsExactly("default", "template");
        assertThat(names(server.get(LIST + "?creation_mode=unlisted"))).containsExactly("unlisted");
        assertThat(names(server.get(LIST + "?creation_mode=default"))).containsExactly("default");
        assertThat(names(server.get(LIST + "?creation_mode=other"))).isEmpty();
        assertThat(server.get(LIST + unlisted + "/").status()).isEqualTo(200);
        assertThat(server.get(LIST + unlisted + "/?creation_mode=default").status())
                .isEqualTo(404);
    }

    @Test
    void behaviour12LeavesOutGeneratedOnesWhenAsked() {
        named("Generated Dashboard: X flag");
        named("mine");
        assertThat(names(server.get(LIST + "?exclude_generated=true"))).containsExactly("mine");
        assertThat(names(server.get(LIST))).hasSize(2);
    }

    @Test
    void behaviour13IgnoresParametersThatClientsFilterBy() {
        named("a");
        assertThat(names(server.get(LIST + "?pinned=true"))).containsExactly("a");
        assertThat(server.get(LIST + "?folder=x").at("code").stringValue()).isEqualTo("not_supported");
    }

    @Test
    void behaviour14RefusesASearchThatIsTooLong() {
        assertError(
                server.get(LIST + "?search=" + "x".repeat(201)),
                400,
                "invalid_input",
                "Search query must be 200 characters or fewer.",
                "search");
    }

    @Test
    void behaviour15SearchesWhateverTheCase() {
        named("Revenue");
        named("Signups");
        Reply reply = server.get(LIST + "?search=REV");
        assertThat(names(reply)).containsExactly("Revenue");
        assertThat(reply.at("results/0/search_match_type").stringValue()).isEqualTo("exact");
    }

    @Test
    void behaviour16ShowsWhenTheCallerLastViewedADashboard() {
        String dashboard = LIST + server.dashboard("{'name':'a'}") + "/";
        Browser browser = Browser.signedIn(server.running());
        assertThat(server.get(LIST).at("results/0/last_viewed_at").isNull()).isTrue();
        server.advance(5);
        assertThat(browser.get(dashboard.replace("P/", "/api/projects/1/"))
                        .at("last_viewed_at")
                        .stringValue())
                .isEqualTo("2026-03-10T12:00:05Z");
        server.advance(5);
        Reply byKey = server.get(dashboard);
        assertThat(byKey.at("last_accessed_at").stringValue()).isEqualTo("2026-03-10T12:00:10Z");
        assertThat(byKey.at("last_viewed_at").stringValue()).isEqualTo("2026-03-10T12:00:05Z");
        assertThat(server.get(LIST).at("results/0/last_viewed_at").stringValue())
                .isEqualTo("2026-03-10T12:00:05Z");
        BoardsServer.Caller bob = server.member("bob");
        assertThat(bob.get(LIST).at("results/0/last_viewed_at").isNull()).isTrue();
        assertThat(bob.get(dashboard).at("last_viewed_at").isNull()).isTrue();
    }

    @Test
    void behaviours18And19WantTheScopeAndTakeWritingForReading() {
        assertError(
                server.scoped("insight:read").get(LIST),
                403,
                "permission_denied",
                "API key missing required scope 'dashboard:read'",
                "");
        assertThat(server.scoped("dashboard:write").get(LIST).status()).isEqualTo(200);
        assertThat(server.scoped("dashboard:read").post(LIST, "{}").status()).isEqualTo(403);
    }

    private void named(String name) {
        server.dashboard("{'name':'" + name + "'}");
    }

    private long stored(String name, CreationMode mode) {
        return server.inDatabase(database -> {
            SqlDashboardStore store = new SqlDashboardStore(database);
            var made = store.create(
                    PROJECT,
                    new NewDashboard(
                            DashboardDetails.none(), false, mode, new UserId(1), Instant.parse(BoardsServer.NOW)));
            server.patch(LIST + made.id().value() + "/", "{'name':'" + name + "'}");
            return made.id().value();
        });
    }

    private static List<String> names(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return StreamSupport.stream(reply.at("results").spliterator(), false)
                .map(it -> it.get("name").stringValue())
                .toList();
    }
}
