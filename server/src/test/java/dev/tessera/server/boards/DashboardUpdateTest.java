package dev.tessera.server.boards;

import static dev.tessera.server.boards.BoardsServer.assertError;
import static dev.tessera.server.boards.BoardsServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers in names are those of spec/dashboards.md 11. */
class DashboardUpdateTest {
    private BoardsServer server;
    private long id;
    private String dashboard;

    @BeforeEach
    void start(@TempDir Path data) {
        server = new BoardsServer(data);
        id = server.dashboard("{'name':'d'}");
        dashboard = "P/dashboards/" + id + "/";
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void behaviour57IgnoresWhatCannotBeWritten() {
        Reply reply = server.patch(dashboard, "{'name':'n','creation_mode':'duplicate','is_shared':true,'id':5}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("name").stringValue()).isEqualTo("n");
        assertThat(reply.at("creation_mode").stringValue()).isEqualTo("default");
        assertThat(reply.at("id").longValue()).isEqualTo(id);
        assertThat(server.put(dashboard, "{'pinned':true}").at("name").stringValue())
                .isEqualTo("n");
    }

    @Test
    void behaviour58ReadsForms() {
        Reply reply = server.running()
                .send(HttpRequest.newBuilder(URI.create(server.running().url() + "/api/projects/1/dashboards/" + id))
                        .header("Authorization", "Bearer " + RunningServer.KEY)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString("name=replaced"))
                        .build());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("name").stringValue()).isEqualTo("replaced");
    }

    @Test
    void behaviour59KeepsFiltersWhenNewOnesAreNoneOrWrong() {
        server.patch(dashboard, "{'filters':{'date_from':'-7d'}}");
        assertError(
                server.patch(dashboard, "{'name':'x','filters':[{'key':'brand'}]}"),
                400,
                "invalid_input",
                "Filters must be a dictionary",
                "");
        Reply reply = server.patch(dashboard, "{'filters':{}}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("persisted_filters")).isEqualTo(json("{'date_from':'-7d'}"));
        assertThat(reply.at("name").stringValue()).isEqualTo("d");
        assertThat(server.patch(dashboard, "{'filters':{'date_from':null}}").at("persisted_filters"))
                .isEqualTo(json("{'date_from':null}"));
    }

    @Test
    void behaviour60KeepsVariablesAndShowsThoseThatThereAre() {
        assertError(
                server.patch(dashboard, "{'variables':['x']}"),
                400,
                "invalid_input",
                "Filters must be a dictionary",
                "");
        Reply reply = server.patch(dashboard, "{'variables':{'id':{'code_name':'a','variableId':'id','value':1}}}");
        assertThat(reply.at("persisted_variables"))
                .isEqualTo(json("{'id':{'code_name':'a','variableId':'id','value':1}}"));
        assertThat(reply.at("variables")).isEqualTo(json("{}"));
    }

    @Test
    void behaviour62TakesNoThemeForNone() {
        assertThat(server.patch(dashboard, "{'data_color_theme_id':null}").status())
                .isEqualTo(200);
        assertThat(server.patch(dashboard, "{'data_color_theme_id':1}")
                        .at("code")
                        .stringValue())
                .isEqualTo("not_supported");
    }

    @Test
    void replacesTagsOrLeavesThem() {
        server.patch(dashboard, "{'tags':['b','A']}");
        assertThat(server.patch(dashboard, "{'name':'x'}").at("tags")).isEqualTo(json("['a','b']"));
        assertThat(server.patch(dashboard, "{'tags':[]}").at("tags")).isEqualTo(json("[]"));
    }

    @Test
    void behaviour74DeletesADashboardAndKeepsItsInsights() {
        long insight = server.insight("'dashboards':[" + id + "]");
        Reply reply = server.patch(dashboard, "{'deleted':true}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("deleted").booleanValue()).isTrue();
        assertThat(reply.at("tiles")).isEqualTo(json("[]"));
        assertThat(server.get(dashboard).status()).isEqualTo(404);
        assertThat(server.get("P/dashboards/").at("count").intValue()).isZero();
        Reply kept = server.get("P/insights/" + insight + "/");
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.at("dashboards")).isEqualTo(json("[]"));
    }

    @Test
    void behaviour75FindsADeletedDashboardOnlyToBringItBack() {
        server.patch(dashboard, "{'deleted':true}");
        assertThat(server.patch(dashboard, "{'deleted':true}").status()).isEqualTo(404);
        assertThat(server.patch(dashboard, "{'name':'x'}").status()).isEqualTo(404);
        assertThat(server.patch(dashboard, "{'deleted':'false'}").status()).isEqualTo(200);
    }

    @Test
    void behaviours76And77BringBackADashboardWithAllItsTiles() {
        long removed = server.insight("'dashboards':[" + id + "]");
        server.insight("'dashboards':[" + id + "]");
        server.patch("P/insights/" + removed + "/", "{'dashboards':[]}");
        assertThat(server.get(dashboard).at("tiles").size()).isEqualTo(1);
        server.patch(dashboard, "{'deleted':true}");
        Reply reply = server.patch(dashboard, "{'deleted':false}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("tiles").size()).isEqualTo(2);
        assertThat(server.get(dashboard).status()).isEqualTo(200);
    }

    @Test
    void behaviour78DeletesInsightsThatAreNowhereElse() {
        long other = server.dashboard("{'name':'other'}");
        long here = server.insight("'dashboards':[" + id + "]");
        long both = server.insight("'dashboards':[" + id + "," + other + "]");
        server.patch(dashboard, "{'deleted':true,'delete_insights':true}");
        assertThat(server.get("P/insights/" + here + "/").status()).isEqualTo(404);
        assertThat(server.get("P/insights/" + both + "/").at("dashboards")).isEqualTo(json("[" + other + "]"));
        assertThat(server.patch(dashboard, "{'deleted':false}").at("tiles").size())
                .isEqualTo(2);
        assertThat(server.get("P/insights/" + here + "/").status()).isEqualTo(200);
    }

    @Test
    void behaviour79DeletesInsightAndDashboardInEitherOrder() {
        long insight = server.insight("'dashboards':[" + id + "]");
        server.patch("P/insights/" + insight + "/", "{'deleted':true}");
        assertThat(server.patch(dashboard, "{'deleted':true}").status()).isEqualTo(200);
        long second = server.dashboard("{}");
        long shown = server.insight("'dashboards':[" + second + "]");
        server.patch("P/dashboards/" + second + "/", "{'deleted':true}");
        assertThat(server.patch("P/insights/" + shown + "/", "{'deleted':true}").status())
                .isEqualTo(200);
    }

    @Test
    void behaviour81DeletesNothingByTheMethodDelete() {
        Reply reply = server.delete(dashboard);
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.body()).isEmpty();
        assertThat(server.delete("P/dashboards/999/").status()).isEqualTo(405);
        assertThat(server.get(dashboard).status()).isEqualTo(200);
    }

    @Test
    void behaviour82LetsOnlyItsCreatorAndAdministratorsEditARestrictedOne() {
        BoardsServer.Caller member = server.member("bob");
        assertThat(member.patch(dashboard, "{'name':'bobs'}").status()).isEqualTo(200);
        server.patch(dashboard, "{'restriction_level':37}");
        assertError(
                member.patch(dashboard, "{'name':'x'}"),
                403,
                "permission_denied",
                "You don't have edit permissions for this dashboard.",
                "");
        Reply seen = member.get(dashboard);
        assertThat(seen.at("name").stringValue()).isEqualTo("bobs");
        assertThat(seen.at("effective_privilege_level").intValue()).isEqualTo(21);
        assertThat(seen.at("effective_restriction_level").intValue()).isEqualTo(37);
        assertThat(seen.at("user_access_level").stringValue()).isEqualTo("editor");
        assertThat(server.patch(dashboard, "{'name':'mine'}").status()).isEqualTo(200);
        Reply own = member.post("P/dashboards/", "{'restriction_level':37}");
        assertThat(member.patch("P/dashboards/" + own.at("id") + "/", "{'name':'x'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void behaviour83LetsOnlyItsCreatorAndAdministratorsRestrictIt() {
        assertError(
                server.member("bob").patch(dashboard, "{'restriction_level':37}"),
                403,
                "permission_denied",
                "Only the dashboard owner and project admins have the restriction rights required to change the"
                        + " dashboard's restriction level.",
                "");
    }

    @Test
    void guardsInsightsOnRestrictedDashboards() {
        BoardsServer.Caller member = server.member("bob");
        server.patch(dashboard, "{'restriction_level':37}");
        String insight = "P/insights/" + server.insight("'dashboards':[" + id + "]") + "/";
        Reply seen = member.get(insight);
        assertThat(seen.at("effective_privilege_level").intValue()).isEqualTo(21);
        assertThat(seen.at("effective_restriction_level").intValue()).isEqualTo(37);
        assertThat(member.patch(insight, "{'name':'x'}").status()).isEqualTo(403);
        assertError(
                member.post("P/insights/", "{'dashboards':[" + id + "]}"),
                403,
                "permission_denied",
                "You don't have permission to add insights to dashboard: " + id,
                "");
        long open = server.dashboard("{}");
        server.patch(insight, "{'dashboards':[" + id + "," + open + "]}");
        assertError(
                member.patch(insight, "{'dashboards':[" + open + "]}"),
                403,
                "permission_denied",
                "You don't have permission to remove insights from dashboard: " + id,
                "");
        assertThat(server.get("P/insights/").at("count").intValue()).isEqualTo(1);
    }
}
