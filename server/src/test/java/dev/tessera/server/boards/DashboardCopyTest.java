package dev.tessera.server.boards;

import static dev.tessera.server.boards.BoardsServer.assertError;
import static dev.tessera.server.boards.BoardsServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.server.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of dashboards and of tiles. The numbers in names are those of spec/dashboards.md 11. */
class DashboardCopyTest {
    private static final String ALL = "P/dashboards/";
    private static final String FILTERS = "{'date_from':'-14d','interval':'week'}";
    private static final String VARIABLES = "{'id':{'code_name':'a','variableId':'id','value':1}}";
    private static final String COLORS = "[{'breakdownValue':'Chrome','colorToken':'preset-3'}]";

    private BoardsServer server;
    private long source;

    @BeforeEach
    void start(@TempDir Path data) {
        server = new BoardsServer(data);
        source = server.dashboard("{'name':'source','description':'about','pinned':true,'tags':['t'],"
                + "'restriction_level':37,'filters':" + FILTERS + ",'breakdown_colors':" + COLORS + "}");
        patch("'variables':" + VARIABLES);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void behaviour34RefusesASourceThatIsNotThere() {
        long deleted = server.dashboard("{}");
        server.patch(ALL + deleted + "/", "{'deleted':true}");
        for (long id : new long[] {12345, -1, deleted, inAnotherProject()}) {
            assertError(
                    server.post(ALL, "{'use_dashboard':" + id + "}"),
                    400,
                    "invalid_input",
                    "Invalid value provided",
                    "use_dashboard");
        }
        assertThat(server.get(ALL).at("count").intValue()).isEqualTo(1);
    }

    @Test
    void behaviour35CopiesFiltersVariablesAndColorsAndNothingElse() {
        Reply copy = copied("'name':'mine','breakdown_colors':[],'filters':{}");
        assertThat(copy.at("creation_mode").stringValue()).isEqualTo("duplicate");
        assertThat(copy.at("persisted_filters")).isEqualTo(json(FILTERS));
        assertThat(copy.at("persisted_variables")).isEqualTo(json(VARIABLES));
        assertThat(copy.at("breakdown_colors")).isEqualTo(json(COLORS));
        assertThat(copy.at("name").stringValue()).isEqualTo("mine");
        assertThat(copy.at("description").stringValue()).isEmpty();
        assertThat(copy.at("pinned").booleanValue()).isFalse();
        assertThat(copy.at("tags")).isEqualTo(json("[]"));
        assertThat(copy.at("restriction_level").intValue()).isEqualTo(21);
        assertThat(server.get(ALL + copy.at("id") + "/").at("persisted_variables"))
                .isEqualTo(json(VARIABLES));
    }

    @Test
    void behaviour36LetsTheFiltersOfTheRequestWinButNotItsColors() {
        Reply copy = copied("'filters':{'date_from':'-30d'},"
                + "'breakdown_colors':[{'breakdownValue':'Safari','colorToken':null}],'tags':['own']");
        assertThat(copy.at("persisted_filters")).isEqualTo(json("{'date_from':'-30d'}"));
        assertThat(copy.at("breakdown_colors")).isEqualTo(json(COLORS));
        assertThat(copy.at("tags")).isEqualTo(json("['own']"));
    }

    @Test
    void takesTheColorsOfTheRequestWhenTheSourceHasNone() {
        patch("'breakdown_colors':[]");
        String own = "[{'breakdownValue':'Safari','colorToken':null}]";
        assertThat(copied("'breakdown_colors':" + own).at("breakdown_colors")).isEqualTo(json(own));
        assertThat(server.post(ALL, "{'use_dashboard':" + source + ",'breakdown_colors':['x']}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void behaviour37SharesInsightsAndTexts() {
        long insight = server.insight("'name':'visits','dashboards':[" + source + "]");
        patch("'tiles':[{'text':{'body':'hello'}}]");
        Reply original = board();
        Reply copy = copied("'name':'mine'");
        assertThat(copy.at("tiles").size()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            assertThat(copy.at("tiles/" + i + "/id").longValue())
                    .isGreaterThan(original.at("tiles/1/id").longValue());
        }
        assertThat(copy.at("tiles/0/insight/id").longValue()).isEqualTo(insight);
        assertThat(copy.at("tiles/0/insight/name").stringValue()).isEqualTo("visits");
        assertThat(copy.at("tiles/0/insight/dashboards")).isEqualTo(json("[" + source + "," + copy.at("id") + "]"));
        assertThat(copy.at("tiles/1/text/id")).isEqualTo(original.at("tiles/1/text/id"));
        assertThat(server.get("P/insights/").at("count").intValue()).isEqualTo(1);
    }

    @Test
    void behaviour38CopiesInsightsAndTexts() {
        long insight = server.insight(
                "'name':'visits','description':'all','tags':['web'],'saved':true,'dashboards':[" + source + "]");
        long nameless = server.insight("'derived_name':'Visit count','dashboards':[" + source + "]");
        patch("'tiles':[{'text':{'body':'hello'}}]");
        BoardsServer.Caller bob = server.member("bob");
        server.advance(60);

        Reply copy = bob.post(ALL, "{'use_dashboard':" + source + ",'duplicate_tiles':true}");
        assertThat(copy.status()).as(copy.body()).isEqualTo(201);
        assertThat(copy.at("tiles").size()).isEqualTo(3);
        assertThat(copy.at("tiles/0/insight/id").longValue()).isNotEqualTo(insight);
        assertThat(copy.at("tiles/0/insight/short_id")).isNotEqualTo(board().at("tiles/0/insight/short_id"));
        assertThat(copy.at("tiles/0/insight/name").stringValue()).isEqualTo("visits (Copy)");
        assertThat(copy.at("tiles/0/insight/description").stringValue()).isEqualTo("all");
        assertThat(copy.at("tiles/0/insight/tags")).isEqualTo(json("['web']"));
        assertThat(copy.at("tiles/0/insight/saved").booleanValue()).isTrue();
        assertThat(copy.at("tiles/0/insight/query")).isEqualTo(board().at("tiles/0/insight/query"));
        assertThat(copy.at("tiles/0/insight/created_by/email").stringValue()).isEqualTo("bob@example.com");
        assertThat(copy.at("tiles/0/insight/created_at").stringValue()).isEqualTo("2026-03-10T12:01:00Z");
        assertThat(copy.at("tiles/0/insight/dashboards")).isEqualTo(json("[" + copy.at("id") + "]"));
        assertThat(copy.at("tiles/1/insight/id").longValue()).isNotEqualTo(nameless);
        assertThat(copy.at("tiles/1/insight/name").isNull()).isTrue();
        assertThat(copy.at("tiles/1/insight/derived_name").stringValue()).isEqualTo("Visit count");
        assertThat(copy.at("tiles/2/text/id")).isNotEqualTo(board().at("tiles/2/text/id"));
        assertThat(copy.at("tiles/2/text/body").stringValue()).isEqualTo("hello");
        assertThat(copy.at("tiles/2/text/created_by").isNull()).isTrue();
        assertThat(copy.at("tiles/2/text/last_modified_at").stringValue()).isEqualTo("2026-03-10T12:01:00Z");
        assertThat(server.get("P/insights/" + insight + "/").at("dashboards")).isEqualTo(json("[" + source + "]"));
    }

    @Test
    void keepsTheNameOfACopyWithinItsLimit() {
        String longest = "n".repeat(398) + "😀😀";
        server.insight("'name':'" + longest + "','dashboards':[" + source + "]");
        server.insight("'name':'','dashboards':[" + source + "]");
        Reply copy = copied("'duplicate_tiles':true");
        assertThat(copy.at("tiles/0/insight/name").stringValue()).isEqualTo("n".repeat(393) + " (Copy)");
        assertThat(copy.at("tiles/1/insight/name").isNull()).isTrue();
    }

    @Test
    void behaviour39LeavesOutWhatWasRemoved() {
        server.insight("'name':'kept','dashboards':[" + source + "]");
        long deleted = server.insight("'name':'deleted','dashboards':[" + source + "]");
        patch("'tiles':[{'text':{'body':'kept'}},{'text':{'body':'removed'}}]");
        String removed = board().at("tiles/3/id").toString();
        patch("'tiles':[{'id':" + removed + ",'deleted':true}]");
        server.patch("P/insights/" + deleted + "/", "{'deleted':true}");
        for (boolean withContents : new boolean[] {false, true}) {
            Reply copy = copied("'duplicate_tiles':" + withContents);
            assertThat(copy.at("tiles").size()).isEqualTo(2);
            assertThat(copy.at("tiles/1/text/body").stringValue()).isEqualTo("kept");
        }
    }

    /** Behaviour 40 is about a button, which there is none of yet. */
    @Test
    void keepsHowTilesLookAndAreFiltered() {
        server.insight("'dashboards':[" + source + "]");
        patch("'tiles':[{'id':" + server.firstTile(source) + ",'color':'blue','show_description':true,"
                + "'layouts':{'sm':{'x':6,'y':0,'w':6,'h':5}},'filters_overrides':{'date_from':'-3d'}},"
                + "{'text':{'body':'x'},'transparent_background':true,'filters_overrides':null}]");
        for (boolean withContents : new boolean[] {false, true}) {
            Reply copy = copied("'duplicate_tiles':" + withContents);
            assertThat(copy.at("tiles/0/color").stringValue()).isEqualTo("blue");
            assertThat(copy.at("tiles/0/show_description").booleanValue()).isTrue();
            assertThat(copy.at("tiles/0/layouts")).isEqualTo(json("{'sm':{'x':6,'y':0,'w':6,'h':5}}"));
            assertThat(copy.at("tiles/0/filters_overrides")).isEqualTo(json("{'date_from':'-3d'}"));
            assertThat(copy.at("tiles/0/insight/query/source/dateRange/date_from")
                            .stringValue())
                    .isEqualTo("-3d");
            assertThat(copy.at("tiles/1/transparent_background").booleanValue()).isTrue();
            assertThat(copy.at("tiles/1/filters_overrides").isNull()).isTrue();
        }
    }

    @Test
    void showsResultsThatTheSourceHasInTheCopy() {
        server.capture("visit", "2026-03-10T08:00:00Z", "{}");
        server.insight("'dashboards':[" + source + "]");
        Reply computed = server.get(ALL + source + "/?refresh=blocking");
        Reply copy = copied("'duplicate_tiles':true");
        assertThat(copy.at("tiles/0/is_cached").booleanValue()).isTrue();
        assertThat(copy.at("tiles/0/insight/result")).isEqualTo(computed.at("tiles/0/insight/result"));
    }

    @Test
    void behaviour73CopiesTilesOntoTheSameDashboard() {
        long insight = server.insight("'name':'visits','dashboards':[" + source + "]");
        String tile = Long.toString(server.firstTile(source));
        patch("'tiles':[{'id':" + tile + ",'color':'red','layouts':{'sm':{'x':0,'y':0,'w':6,'h':5}}}]");

        Reply twice = patch("'duplicate_tiles':[{'id':" + tile + ",'layouts':{'sm':{'x':6,'y':0,'w':6,'h':5}}}]");
        assertThat(twice.at("tiles").size()).isEqualTo(2);
        assertThat(twice.at("tiles/0/insight/id").longValue()).isEqualTo(insight);
        assertThat(twice.at("tiles/1/insight/name").stringValue()).isEqualTo("visits (Copy)");
        assertThat(twice.at("tiles/1/layouts")).isEqualTo(json("{'sm':{'x':6,'y':0,'w':6,'h':5}}"));
        assertThat(twice.at("tiles/1/color").stringValue()).isEqualTo("red");

        Reply unplaced = patch("'duplicate_tiles':[{'id':'" + tile + "'}]");
        assertThat(unplaced.at("tiles/2/layouts")).isEqualTo(json("{}"));
        assertThat(patch("'duplicate_tiles':false").at("tiles").size()).isEqualTo(3);
    }

    @Test
    void copiesATextThatTheSameRequestChanges() {
        patch("'tiles':[{'text':{'body':'before'}}]");
        String tile = board().at("tiles/0/id").toString();
        String text = board().at("tiles/0/text/id").toString();
        Reply reply = patch("'tiles':[{'id':" + tile + ",'text':{'id':" + text
                + ",'body':'after'}}],'duplicate_tiles':[{'id':" + tile + "}]");
        assertThat(reply.at("tiles/1/text/body").stringValue()).isEqualTo("after");
        assertThat(reply.at("tiles/1/text/id").toString()).isNotEqualTo(text);
    }

    @Test
    void refusesToCopyTilesThatAreNotThere() {
        long other = server.dashboard("{}");
        server.insight("'dashboards':[" + source + "," + other + "]");
        String tile = Long.toString(server.firstTile(source));
        String elsewhere = Long.toString(server.firstTile(other));
        List<String> items =
                List.of("{'id':" + elsewhere + "}", "{'id':999999}", "{}", "{'id':" + tile + ",'layouts':null}", "5");
        List<String> places = List.of("__id", "__id", "__id", "__layouts", "");
        List<String> codes = List.of("invalid_input", "invalid_input", "required", "null", "invalid_input");
        IntStream.range(0, items.size()).forEach(i -> {
            Reply reply = server.patch(
                    ALL + source + "/",
                    "{'name':'changed','duplicate_tiles':[{'id':" + tile + "}," + items.get(i) + "]}");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.at("code").stringValue()).isEqualTo(codes.get(i));
            assertThat(reply.at("attr").stringValue()).isEqualTo("duplicate_tiles__1" + places.get(i));
        });
        patch("'tiles':[{'id':" + tile + ",'deleted':true}]");
        assertError(
                server.patch(ALL + source + "/", "{'duplicate_tiles':[{'id':" + tile + "}]}"),
                400,
                "invalid_input",
                "There is no such tile on this dashboard.",
                "duplicate_tiles__0__id");
        assertThat(board().at("name").stringValue()).isEqualTo("source");
        assertThat(board().at("tiles").size()).isZero();
    }

    @Test
    void refusesToCopyMoreTilesThanThereIsRoomFor() {
        String texts = ",{'text':{'body':'x'}}".repeat(500).substring(1);
        patch("'tiles':[" + texts + "]");
        Reply full = patch("'tiles':[" + texts + "]");
        assertThat(full.at("tiles").size()).isEqualTo(1000);
        assertError(
                server.patch(ALL + source + "/", "{'duplicate_tiles':[{'id':" + full.at("tiles/0/id") + "}]}"),
                400,
                "invalid_input",
                "A dashboard can have 1000 tiles at most, removed ones included.",
                "duplicate_tiles");
        assertThat(copied("'duplicate_tiles':true").at("tiles").size()).isEqualTo(1000);
    }

    @Test
    void makesNothingOfARequestThatIsWrong() {
        server.insight("'dashboards':[" + source + "]");
        Reply reply = server.post(ALL, "{'use_dashboard':" + source + ",'duplicate_tiles':[1]}");
        assertThat(reply.at("attr").stringValue()).isEqualTo("duplicate_tiles");
        assertThat(server.get(ALL).at("count").intValue()).isEqualTo(1);
        assertThat(server.get("P/insights/").at("count").intValue()).isEqualTo(1);
    }

    private long inAnotherProject() {
        Reply project = server.post("/api/projects/", "{'name':'Other'}");
        assertThat(project.status()).as(project.body()).isEqualTo(201);
        return server.post("/api/projects/" + project.at("id") + "/dashboards/", "{}")
                .at("id")
                .longValue();
    }

    private Reply copied(String fields) {
        Reply reply = server.post(ALL, "{'use_dashboard':" + source + "," + fields + "}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private Reply patch(String fields) {
        Reply reply = server.patch(ALL + source + "/", "{" + fields + "}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }

    private Reply board() {
        return server.get(ALL + source + "/");
    }
}
