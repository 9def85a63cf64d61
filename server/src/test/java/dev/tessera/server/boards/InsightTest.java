package dev.tessera.server.boards;

import static dev.tessera.server.boards.BoardsServer.assertError;
import static dev.tessera.server.boards.BoardsServer.encoded;
import static dev.tessera.server.boards.BoardsServer.json;
import static dev.tessera.server.boards.BoardsServer.visits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.server.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers in names are those of spec/insights-and-query-api.md 9. */
class InsightTest {
    private static final String LIST = "P/insights/";

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
    void makesAnInsightWithEveryFieldInItsPlace() {
        Reply reply = server.post(LIST, "{'name':'a','tags':['B','a'],'query':" + visits("") + "}");
        assertThat(reply.status()).isEqualTo(201);
        String user = reply.at("created_by").toString();
        assertThat(reply.at("short_id").stringValue()).matches("[0-9A-Za-z]{8}");
        assertThat(reply.at("filters_hash").stringValue()).startsWith("cache_");
        assertThat(reply.json())
                .isEqualTo(json("{'id':" + reply.at("id") + ",'short_id':" + reply.at("short_id")
                        + ",'name':'a','derived_name':null,'filters':{},'query':" + visits("")
                        + ",'order':null,'deleted':false,'dashboards':[],'dashboard_tiles':[],'last_refresh':null,"
                        + "'cache_target_age':null,'next_allowed_client_refresh':null,'result':null,'hasMore':null,"
                        + "'columns':null,'created_at':'2026-03-10T12:00:00Z','created_by':" + user
                        + ",'description':null,'updated_at':'2026-03-10T12:00:00Z','tags':['a','b'],"
                        + "'favorited':false,'saved':false,'last_modified_at':'2026-03-10T12:00:00Z',"
                        + "'last_modified_by':" + user + ",'is_sample':false,'effective_restriction_level':21,"
                        + "'effective_privilege_level':37,'user_access_level':'manager','timezone':'UTC',"
                        + "'is_cached':false,'query_status':null,'hogql':null,'types':null,"
                        + "'resolved_date_range':null,'filters_hash':" + reply.at("filters_hash")
                        + ",'alerts':[],'last_viewed_at':'2026-03-10T12:00:00Z','search_match_type':null}"));
        assertThat(server.get(LIST + reply.at("id") + "/").body()).isEqualTo(reply.body());
    }

    @Test
    void behaviour1DeletesAndBringsBackByPatchOnly() {
        long dashboard = server.dashboard("{}");
        String insight = LIST + server.insight("'dashboards':[" + dashboard + "]") + "/";
        assertThat(server.delete(insight).status()).isEqualTo(405);
        assertThat(server.delete(insight).at("code").stringValue()).isEqualTo("method_not_allowed");
        Reply deleted = server.patch(insight, "{'deleted':true}");
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.at("deleted").booleanValue()).isTrue();
        assertThat(deleted.at("dashboard_tiles")).isEqualTo(json("[]"));
        assertThat(server.get(insight).status()).isEqualTo(404);
        assertThat(server.get(LIST).at("count").intValue()).isZero();
        assertThat(server.get("P/dashboards/" + dashboard + "/").at("tiles").size())
                .isZero();
        assertThat(server.patch(insight, "{'name':'x'}").status()).isEqualTo(404);
        assertThat(server.patch(insight, "{'deleted':false}").status()).isEqualTo(200);
        assertThat(server.get(insight).status()).isEqualTo(200);
    }

    @Test
    void behaviour2FindsAnInsightByItsNumberAndByItsShortId() {
        Reply made = server.post(LIST, "{'name':'a'}");
        String byNumber = server.get(LIST + made.at("id") + "/").body();
        assertThat(server.get(LIST + made.at("short_id").stringValue() + "/").body())
                .isEqualTo(byNumber);
        assertThat(server.get(LIST + "abcdefgh/").status()).isEqualTo(404);
        String other = server.post("/api/organizations/@current/projects/", "{'name':'Other'}")
                .at("id")
                .toString();
        String there = "/api/projects/" + other + "/insights/";
        assertThat(server.get(there + made.at("id") + "/").status()).isEqualTo(404);
        assertThat(server.get(there + made.at("short_id").stringValue() + "/").status())
                .isEqualTo(404);
        assertThat(server.patch(there + made.at("id") + "/", "{'name':'x'}").status())
                .isEqualTo(404);
    }

    @Test
    void behaviour3ComputesWhenAskedAndThenRemembers() {
        server.capture("visit", "2026-03-10T08:00:00Z", "{}");
        Reply made = server.post(LIST, "{'query':" + visits("'dateRange':{'date_from':'dStart'}") + "}");
        String insight = LIST + made.at("id") + "/";
        assertThat(made.at("result").isNull()).isTrue();
        assertThat(made.at("is_cached").booleanValue()).isFalse();
        Reply computed = server.get(insight + "?refresh=force_blocking");
        assertThat(computed.at("result/0/data")).isEqualTo(json("[1]"));
        assertThat(computed.at("is_cached").booleanValue()).isFalse();
        assertThat(computed.at("cache_target_age").stringValue()).isEqualTo("2026-03-10T18:00:00Z");
        assertThat(computed.at("resolved_date_range/date_from").stringValue()).isEqualTo("2026-03-10T00:00:00Z");
        server.advance(60);
        Reply warm = server.get(insight);
        assertThat(warm.at("result")).isEqualTo(computed.at("result"));
        assertThat(warm.at("is_cached").booleanValue()).isTrue();
        assertThat(warm.at("last_refresh")).isEqualTo(computed.at("last_refresh"));
    }

    @Test
    void behaviour4NeverComputesForForceCache() {
        String insight = LIST + server.insight("") + "/";
        Reply reply = server.get(insight + "?refresh=force_cache");
        assertThat(reply.at("result").isNull()).isTrue();
        assertThat(reply.at("last_refresh").isNull()).isTrue();
        assertThat(server.get(insight + "?refresh=lazy_async").at("code").stringValue())
                .isEqualTo("not_supported");
    }

    @Test
    void behaviour6SharesTheCacheWithTheQueryEndpoint() {
        String query = visits("'dateRange':{'date_from':'-3d'}");
        server.post("P/query/", "{'query':" + query + "}");
        Reply reply = server.post(LIST, "{'query':" + query + "}");
        assertThat(reply.at("is_cached").booleanValue()).isTrue();
        assertThat(reply.at("result/0/data").size()).isEqualTo(4);
    }

    @Test
    void behaviour8CountsOnlyChangesOfContentAsModifications() {
        String insight = LIST + server.insight("'name':'a'") + "/";
        server.advance(60);
        Reply liked = server.patch(insight, "{'favorited':true,'tags':['x'],'saved':true,'dashboards':[]}");
        assertThat(liked.at("favorited").booleanValue()).isTrue();
        assertThat(liked.at("last_modified_at").stringValue()).isEqualTo("2026-03-10T12:00:00Z");
        assertThat(liked.at("updated_at").stringValue()).isEqualTo("2026-03-10T12:01:00Z");
        server.advance(60);
        Reply same = server.patch(insight, "{'name':'a'}");
        assertThat(same.at("last_modified_at").stringValue()).isEqualTo("2026-03-10T12:00:00Z");
        BoardsServer.Caller bob = server.member("bob");
        Reply renamed = bob.patch(insight, "{'name':'b'}");
        assertThat(renamed.at("last_modified_at").stringValue()).isEqualTo("2026-03-10T12:02:00Z");
        assertThat(renamed.at("last_modified_by/email").stringValue()).isEqualTo("bob@example.com");
        assertThat(renamed.at("favorited").booleanValue()).isFalse();
    }

    @Test
    void behaviour9SavesWithEveryPatchThatDoesNotSayOtherwise() {
        String insight = LIST + server.insight("") + "/";
        assertThat(server.get(insight).at("saved").booleanValue()).isFalse();
        assertThat(server.patch(insight, "{'saved':false,'name':'a'}")
                        .at("saved")
                        .booleanValue())
                .isFalse();
        assertThat(server.patch(insight, "{'name':'b'}").at("saved").booleanValue())
                .isTrue();
    }

    @Test
    void behaviour11TakesOffAllDashboardsAndComesBackToItsPlace() {
        long first = server.dashboard("{}");
        long second = server.dashboard("{}");
        String insight = LIST + server.insight("'dashboards':[" + first + "," + first + "]") + "/";
        long tile = server.firstTile(first);
        server.patch("P/dashboards/" + first + "/", "{'tiles':[{'id':" + tile + ",'layouts':{'sm':{'x':3,'y':4}}}]}");
        Reply off = server.patch(insight, "{'dashboards':[]}");
        assertThat(off.at("dashboards")).isEqualTo(json("[]"));
        assertThat(server.get("P/dashboards/" + first + "/").at("tiles").size()).isZero();
        Reply on = server.patch(insight, "{'dashboards':[" + second + "," + first + "]}");
        assertThat(on.at("dashboards")).isEqualTo(json("[" + first + "," + second + "]"));
        assertThat(on.at("dashboard_tiles/0"))
                .isEqualTo(json("{'id':" + tile + ",'dashboard_id':" + first + ",'deleted':false}"));
        assertThat(server.get("P/dashboards/" + first + "/")
                        .at("tiles/0/layouts/sm/x")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void refusesDashboardsThatAreNotThere() {
        long gone = server.dashboard("{}");
        server.patch("P/dashboards/" + gone + "/", "{'deleted':true}");
        for (String dashboards : new String[] {"[999]", "[0]", "[" + gone + "]"}) {
            assertError(
                    server.post(LIST, "{'dashboards':" + dashboards + "}"),
                    400,
                    "invalid_input",
                    "Dashboard not found",
                    "dashboards");
        }
        assertThat(server.post(LIST, "{'dashboards':5}").at("code").stringValue())
                .isEqualTo("not_a_list");
        assertThat(server.get(LIST).at("count").intValue()).isZero();
    }

    @Test
    void bringsNothingBackWhenADashboardNamedWithItIsGone() {
        long dashboard = server.dashboard("{}");
        String insight = LIST + server.insight("'dashboards':[" + dashboard + "]") + "/";
        server.patch(insight, "{'deleted':true}");
        server.patch("P/dashboards/" + dashboard + "/", "{'deleted':true}");
        Reply refused = server.patch(insight, "{'deleted':false,'dashboards':[" + dashboard + "]}");
        assertError(refused, 400, "invalid_input", "Dashboard not found", "dashboards");
        assertThat(server.get(insight).status()).isEqualTo(404);
        assertThat(server.patch(insight, "{'deleted':false,'dashboards':[]}").status())
                .isEqualTo(200);
        assertThat(server.get(insight).status()).isEqualTo(200);
    }

    @Test
    void behaviour12RefusesQueriesThatAreWrong() {
        assertThat(server.post(LIST, "{'query':{'kind':'NoSuchNode'}}").status())
                .isEqualTo(400);
        Reply bare = server.post(LIST, "{'query':{'kind':'TrendsQuery','series':[]}}");
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.at("attr").stringValue()).isEqualTo("query__kind");
        assertThat(server.post(LIST, "{'query':{'kind':'InsightVizNode','source':{'kind':'TrendsQuery'}}}")
                        .status())
                .isEqualTo(400);
        assertThat(server.post(LIST, "{'query':null}").status()).isEqualTo(201);
    }

    @Test
    void refusesToComputeWhatItCannotAndStillShowsIt() {
        Reply made = server.post(
                LIST + "?refresh=blocking",
                "{'query':{'kind':'InsightVizNode','source':{'kind':'FunnelsQuery','series':[]}}}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("query_status/error").booleanValue()).isTrue();
        assertThat(made.at("query_status/insight_id")).isEqualTo(made.at("id"));
        String insight = LIST + made.at("id") + "/";
        assertThat(server.get(insight).at("result").isNull()).isTrue();
        Reply refused = server.get(insight + "?refresh=blocking");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("code").stringValue()).isEqualTo("not_supported");
        Reply listed = server.get(LIST + "?refresh=blocking");
        assertThat(listed.status()).isEqualTo(200);
        assertThat(listed.at("results/0/query_status/error_message").stringValue())
                .contains("FunnelsQuery");
    }

    @Test
    void showsTheQueryUnderFiltersOfTheRequest() {
        long dashboard = server.dashboard("{'filters':{'interval':'week'}}");
        String insight = LIST
                + server.insight("'dashboards':[" + dashboard + "]")
                + "/?filters_override=" + encoded("{'date_from':'-3d'}");
        Reply alone = server.get(insight);
        assertThat(alone.at("query/source/dateRange/date_from").stringValue()).isEqualTo("-3d");
        assertThat(alone.at("query/source").has("interval")).isFalse();
        assertThat(alone.json().has("layouts")).isFalse();
        Reply there = server.get(insight + "&from_dashboard=" + dashboard);
        assertThat(there.at("query/source/interval").stringValue()).isEqualTo("week");
        assertThat(there.at("query/source/dateRange/date_from").stringValue()).isEqualTo("-3d");
        assertThat(there.at("color").isNull()).isTrue();
        assertThat(server.get(insight + "&from_dashboard=999").at("attr").stringValue())
                .isEqualTo("from_dashboard");
    }

    @Test
    void keepsEverythingThatCanBeWritten() {
        String insight = LIST + server.insight("") + "/";
        Reply reply = server.patch(
                insight,
                "{'name':' n ','derived_name':'d','description':'','order':-5,'query':null,'tags':['t'],"
                        + "'short_id':'mine','created_by':null}");
        assertThat(reply.at("name").stringValue()).isEqualTo("n");
        assertThat(reply.at("derived_name").stringValue()).isEqualTo("d");
        assertThat(reply.at("description").stringValue()).isEmpty();
        assertThat(reply.at("order").intValue()).isEqualTo(-5);
        assertThat(reply.at("query").isNull()).isTrue();
        assertThat(reply.at("filters_hash").isNull()).isTrue();
        assertThat(reply.at("short_id").stringValue()).matches("[0-9A-Za-z]{8}");
        assertThat(server.get(insight).body()).isEqualTo(reply.body());
        assertThat(server.put(insight, "{'name':null,'order':null}").at("order").isNull())
                .isTrue();
    }

    @Test
    void refusesWhatItCannotDoYetAndWhatNobodyNeeds() {
        assertThat(server.post(LIST, "{'filters':{'events':[]}}").at("code").stringValue())
                .isEqualTo("not_supported");
        assertThat(server.post(LIST, "{'_create_in_folder':'x'}").at("code").stringValue())
                .isEqualTo("not_supported");
        assertThat(server.post(LIST, "{'name':'" + "x".repeat(401) + "'}")
                        .at("code")
                        .stringValue())
                .isEqualTo("max_length");
        assertThat(server.post(LIST, "{'order':3000000000}").at("attr").stringValue())
                .isEqualTo("order");
        assertThat(server.post(LIST, "{'tags':['" + "x".repeat(256) + "']}")
                        .at("attr")
                        .stringValue())
                .isEqualTo("tags__0");
        assertThat(server.get(LIST + "?format=csv").at("code").stringValue()).isEqualTo("not_supported");
        assertThat(server.get(LIST).at("count").intValue()).isZero();
    }

    @Test
    void behaviour17RemembersTheFiveInsightsThatTheCallerViewedLast() {
        List<Long> ids = new ArrayList<>();
        BoardsServer.Caller bob = server.member("bob");
        for (int i = 0; i < 7; i++) {
            ids.add(bob.post(LIST, "{'name':'" + i + "'}").at("id").longValue());
        }
        assertThat(server.get(LIST + "my_last_viewed/").json()).isEqualTo(json("[]"));
        view(ids.get(6));
        for (long id : ids.subList(0, 6)) {
            server.advance(1);
            Reply viewed = server.post(LIST + "viewed/", "{'insight_ids':[" + id + ",999999,-1," + id + "]}");
            assertThat(viewed.status()).isEqualTo(201);
            assertThat(viewed.body()).isEmpty();
        }
        assertThat(lastViewed()).containsExactly("5", "4", "3", "2", "1");
        server.patch(LIST + ids.get(4) + "/", "{'deleted':true}");
        assertThat(lastViewed()).containsExactly("5", "3", "2", "1", "0");
        server.advance(1);
        view(ids.get(6));
        assertThat(lastViewed()).containsExactly("6", "5", "3", "2", "1");
        Reply listed = server.get(LIST + "?basic=true&order=-last_viewed_at");
        assertThat(server.get(LIST + "my_last_viewed/").json().get(0)).isEqualTo(listed.at("results/0"));
        assertThat(listed.at("results/0/last_viewed_at").stringValue()).isEqualTo("2026-03-10T12:00:07Z");
        assertThat(bob.get(LIST + ids.get(6) + "/").at("last_viewed_at").stringValue())
                .isEqualTo("2026-03-10T12:00:00Z");
    }

    @Test
    void keepsFavouritesThroughViewsAndViewsThroughReading() {
        long insight = server.insight("'favorited':true");
        server.advance(60);
        view(insight);
        server.advance(60);
        Reply read = server.get(LIST + insight + "/");
        assertThat(read.at("favorited").booleanValue()).isTrue();
        assertThat(read.at("last_viewed_at").stringValue()).isEqualTo("2026-03-10T12:01:00Z");
    }

    @Test
    void refusesViewsOfNothing() {
        assertError(server.post(LIST + "viewed/", "{}"), 400, "required", "This field is required.", "insight_ids");
        assertError(
                server.post(LIST + "viewed/", "{'insight_ids':[" + "1,".repeat(2_500) + "1]}"),
                400,
                "max_length",
                "Ensure this field has no more than 2500 elements.",
                "insight_ids");
        assertThat(server.post(LIST + "viewed/", "{'insight_ids':[" + "1,".repeat(2_499) + "1]}")
                        .status())
                .isEqualTo(201);
        assertThat(server.post(LIST + "viewed/", "{'insight_ids':['x']}")
                        .at("attr")
                        .stringValue())
                .isEqualTo("insight_ids__0");
    }

    private void view(long insight) {
        assertThat(server.post(LIST + "viewed/", "{'insight_ids':[" + insight + "]}")
                        .status())
                .isEqualTo(201);
    }

    private List<String> lastViewed() {
        return server.get(LIST + "my_last_viewed/")
                .json()
                .valueStream()
                .map(it -> it.get("name").stringValue())
                .toList();
    }

    @Test
    void wantsTheScope() {
        assertThat(server.scoped("dashboard:write").get(LIST).status()).isEqualTo(403);
        assertThat(server.scoped("insight:read").get(LIST).status()).isEqualTo(200);
        assertThat(server.scoped("insight:read").post(LIST, "{}").status()).isEqualTo(403);
        assertThat(server.stranger("eve").get(LIST).status()).isEqualTo(403);
    }
}
