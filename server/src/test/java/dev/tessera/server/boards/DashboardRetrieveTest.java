package dev.tessera.server.boards;

import static dev.tessera.server.boards.BoardsServer.assertError;
import static dev.tessera.server.boards.BoardsServer.encoded;
import static dev.tessera.server.boards.BoardsServer.json;
import static dev.tessera.server.boards.BoardsServer.visits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.server.Reply;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers in names are those of spec/dashboards.md 11. */
class DashboardRetrieveTest {
    private BoardsServer server;
    private String dashboard;

    @BeforeEach
    void start(@TempDir Path data) {
        server = new BoardsServer(data);
        dashboard = "P/dashboards/" + server.dashboard("{'name':'d'}") + "/";
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void behaviour43RemembersThatItWasLookedAt() {
        assertThat(server.get("P/dashboards/").at("results/0/last_accessed_at").isNull())
                .isTrue();
        server.advance(5);
        assertThat(server.get(dashboard).at("last_accessed_at").stringValue()).isEqualTo("2026-03-10T12:00:05Z");
        assertThat(server.get("P/dashboards/").at("results/0/last_accessed_at").stringValue())
                .isEqualTo("2026-03-10T12:00:05Z");
    }

    @Test
    void behaviour44ShowsATextTileWithEveryFieldInItsPlace() {
        server.patch(dashboard, "{'tiles':[{'text':{'body':'hello'}}]}");
        Reply reply = server.get(dashboard);
        String tile = reply.at("tiles/0/id").toString();
        assertThat(reply.at("tiles/0"))
                .isEqualTo(json("{'id':" + tile
                        + ",'layouts':{},'color':null,'filters_overrides':{},'show_description':null,"
                        + "'transparent_background':null,'insight':null,'text':{'id':"
                        + reply.at("tiles/0/text/id") + ",'created_by':" + reply.at("created_by")
                        + ",'last_modified_by':null,'body':'hello','dashboard_tiles':[{'id':" + tile
                        + ",'dashboard_id':" + reply.at("id") + ",'deleted':null}],"
                        + "'last_modified_at':'2026-03-10T12:00:00Z','team':1},"
                        + "'button_tile':null,'widget':null,'order':0,'last_refresh':null,'is_cached':false}"));
    }

    @Test
    void behaviour45OrdersTilesByTheirPlace() {
        server.patch(
                dashboard,
                "{'tiles':[{'text':{'body':'nowhere'}},"
                        + "{'text':{'body':'x6y0'},'layouts':{'sm':{'x':'6','y':0}}},"
                        + "{'text':{'body':'x0y5'},'layouts':{'sm':{'x':0,'y':5}}},"
                        + "{'text':{'body':'x0y0'},'layouts':{'sm':{'x':0,'y':0}}}]}");
        Reply reply = server.get(dashboard);
        assertThat(StreamSupport.stream(reply.at("tiles").spliterator(), false)
                        .map(it -> it.at("/text/body").stringValue() + it.get("order")))
                .containsExactly("x0y00", "x6y01", "x0y52", "nowhere3");
    }

    @Test
    void behaviour46HidesTilesOfDeletedInsights() {
        long id = server.insight("'dashboards':[" + server.get(dashboard).at("id") + "]");
        assertThat(server.get(dashboard).at("tiles").size()).isEqualTo(1);
        server.patch("P/insights/" + id + "/", "{'deleted':true}");
        assertThat(server.get(dashboard).at("tiles").size()).isZero();
    }

    @Test
    void behaviour47ShowsInsightsUnderTheFiltersOfTheDashboard() {
        long id = insight("'dateRange':{'date_from':'-7d'}");
        server.patch(dashboard, "{'filters':{'date_from':'-14d'}}");
        assertThat(server.get(dashboard)
                        .at("tiles/0/insight/query/source/dateRange/date_from")
                        .stringValue())
                .isEqualTo("-14d");
        assertThat(server.get("P/insights/" + id + "/")
                        .at("query/source/dateRange/date_from")
                        .stringValue())
                .isEqualTo("-7d");
    }

    @Test
    void behaviour48OverridesFiltersForOneRequestOnly() {
        server.patch(dashboard, "{'filters':{'date_from':'-7d','interval':'day'}}");
        Reply reply = server.get(dashboard + "?filters_override=" + encoded("{'date_from':'-30d'}"));
        assertThat(reply.at("filters")).isEqualTo(json("{'date_from':'-30d','interval':'day'}"));
        assertThat(reply.at("persisted_filters/date_from").stringValue()).isEqualTo("-7d");
        assertThat(server.get(dashboard).at("filters/date_from").stringValue()).isEqualTo("-7d");
    }

    @Test
    void behaviour49RefusesOverridesThatAreNotJson() {
        for (String name : new String[] {"filters_override", "variables_override", "tile_filters_override"}) {
            assertError(
                    server.get(dashboard + "?" + name + "=notjson"),
                    400,
                    "invalid_input",
                    "Invalid JSON passed in " + name + " parameter",
                    name);
        }
    }

    @Test
    void behaviour54ComputesOnlyWhenAskedAndThenRemembers() {
        server.capture("visit", "2026-03-10T08:00:00Z", "{}");
        insight("'dateRange':{'date_from':'dStart'}");
        Reply cold = server.get(dashboard);
        assertThat(cold.at("tiles/0/insight/result").isNull()).isTrue();
        assertThat(cold.at("tiles/0/last_refresh").isNull()).isTrue();
        Reply computed = server.get(dashboard + "?refresh=true");
        assertThat(computed.at("tiles/0/insight/result/0/data")).isEqualTo(json("[1]"));
        assertThat(computed.at("tiles/0/is_cached").booleanValue()).isFalse();
        assertThat(computed.at("tiles/0/last_refresh").stringValue()).isEqualTo("2026-03-10T12:00:00Z");
        Reply warm = server.get(dashboard);
        assertThat(warm.at("tiles/0/insight/result/0/data")).isEqualTo(json("[1]"));
        assertThat(warm.at("tiles/0/is_cached").booleanValue()).isTrue();
        assertThat(warm.at("tiles/0/insight/is_cached").booleanValue()).isTrue();
    }

    @Test
    void behaviour55AsksAnewWhenTheFiltersChange() {
        insight("'dateRange':{'date_from':'-7d'}");
        server.get(dashboard + "?refresh=blocking");
        Reply changed = server.patch(dashboard, "{'filters':{'date_from':'-24h'}}");
        assertThat(changed.at("tiles/0/insight/result").isNull()).isTrue();
        Reply computed = server.get(dashboard + "?refresh=blocking");
        assertThat(computed.at("tiles/0/insight/result/0/days").size()).isEqualTo(2);
        Reply asInsight =
                server.get("P/insights/" + computed.at("tiles/0/insight/id") + "/?from_dashboard=" + computed.at("id"));
        assertThat(asInsight.at("is_cached").booleanValue()).isTrue();
        assertThat(asInsight.at("filters_hash")).isEqualTo(computed.at("tiles/0/insight/filters_hash"));
        assertThat(asInsight.at("layouts")).isEqualTo(json("{}"));
    }

    @Test
    void answersAllTilesInOneRequestInTheirOrder() {
        server.capture("visit", "2026-03-10T08:00:00Z", "{}");
        server.capture("visit", "2026-03-09T08:00:00Z", "{}");
        for (int days = 0; days < 12; days++) {
            insight("'dateRange':{'date_from':'-" + days + "d'}");
        }
        Reply reply = server.get(dashboard + "?refresh=force_blocking");
        assertThat(reply.at("tiles").size()).isEqualTo(12);
        for (int days = 0; days < 12; days++) {
            assertThat(reply.at("tiles/" + days + "/order").intValue()).isEqualTo(days);
            assertThat(reply.at("tiles/" + days + "/insight/result/0/data").size())
                    .isEqualTo(days + 1);
            assertThat(reply.at("tiles/" + days + "/insight/result/0/count").intValue())
                    .isEqualTo(days == 0 ? 1 : 2);
        }
    }

    @Test
    void keepsAnErrorToItsTile() {
        insight("'dateRange':{'date_from':'-3d'}");
        server.post(
                "P/insights/",
                "{'name':'later','query':{'kind':'InsightVizNode','source':{'kind':'PathsQuery'}},'dashboards':["
                        + server.get(dashboard).at("id") + "]}");
        Reply cached = server.get(dashboard);
        assertThat(cached.at("tiles/1/insight/result").isNull()).isTrue();
        assertThat(cached.at("tiles/1").has("error")).isFalse();
        Reply computed = server.get(dashboard + "?refresh=blocking");
        assertThat(computed.status()).isEqualTo(200);
        assertThat(computed.at("tiles/0/insight/result/0/data").size()).isEqualTo(4);
        assertThat(computed.at("tiles/1/error"))
                .isEqualTo(json("{'type':'DashboardTileError',"
                        + "'message':'There is a problem loading this dashboard tile.'}"));
        assertThat(computed.at("tiles/1/insight/name").stringValue()).isEqualTo("later");
        assertThat(computed.at("tiles/1/insight").has("query")).isFalse();
    }

    @Test
    void behaviours118And127LetTheFiltersOfATileGoFirst() {
        insight("'dateRange':{'date_from':'-90d'}");
        server.patch(dashboard, "{'filters':{'date_from':'-30d','date_to':'-1d','interval':'week'}}");
        String tile = server.get(dashboard).at("tiles/0/id").toString();
        Reply merged =
                server.patch(dashboard, "{'tiles':[{'id':" + tile + ",'filters_overrides':{'date_from':'-7d'}}]}");
        assertThat(merged.at("tiles/0/filters_overrides")).isEqualTo(json("{'date_from':'-7d'}"));
        assertThat(merged.at("tiles/0/insight/query/source/dateRange"))
                .isEqualTo(json("{'date_from':'-7d','date_to':null}"));
        assertThat(merged.at("tiles/0/insight/query/source/interval").stringValue())
                .isEqualTo("week");
        Reply alone = server.get(dashboard + "?tile_filters_override=" + encoded("{'ignoreDashboardFilters':true}"));
        assertThat(alone.at("tiles/0/insight/query/source").has("interval")).isFalse();
        Reply cleared = server.patch(dashboard, "{'tiles':[{'id':" + tile + ",'filters_overrides':null}]}");
        assertThat(cleared.at("tiles/0/filters_overrides").isNull()).isTrue();
        assertThat(cleared.at("tiles/0/insight/query/source/dateRange/date_from")
                        .stringValue())
                .isEqualTo("-30d");
    }

    @Test
    void behaviour128FlattensPropertyGroups() {
        String filter = "{'key':'plan','value':'pro','type':'event'}";
        Reply reply = server.patch(
                dashboard,
                "{'filters':{'properties':{'type':'AND','values':[{'type':'AND','values':[" + filter + "]}]}}}");
        assertThat(reply.at("persisted_filters/properties")).isEqualTo(json("[" + filter + "]"));
        assertError(
                server.patch(dashboard, "{'filters':{'properties':{'type':'OR','values':[" + filter + "]}}}"),
                400,
                "invalid_input",
                "Property groups must be AND-combined; OR groups are not supported",
                "properties");
    }

    @Test
    void appliesPropertiesToResults() {
        server.capture("visit", "2026-03-10T08:00:00Z", "{'plan':'pro'}");
        server.capture("visit", "2026-03-10T08:00:00Z", "{'plan':'free'}");
        insight("'dateRange':{'date_from':'dStart'}");
        server.patch(dashboard, "{'filters':{'properties':[{'key':'plan','value':'pro','type':'event'}]}}");
        assertThat(server.get(dashboard + "?refresh=true")
                        .at("tiles/0/insight/result/0/count")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void answers404ForIdsThatAreNoNumbersOrNobodys() {
        assertThat(server.get("P/dashboards/abc/").status()).isEqualTo(404);
        assertThat(server.get("P/dashboards/99999/").status()).isEqualTo(404);
        assertThat(server.get("P/dashboards/99999999999999999999/").status()).isEqualTo(404);
        assertThat(server.get(dashboard + "?refresh=async").at("code").stringValue())
                .isEqualTo("not_supported");
    }

    private long insight(String fields) {
        Reply reply = server.post(
                "P/insights/",
                "{'query':" + visits(fields) + ",'dashboards':["
                        + server.get(dashboard).at("id") + "]}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.at("id").longValue();
    }
}
