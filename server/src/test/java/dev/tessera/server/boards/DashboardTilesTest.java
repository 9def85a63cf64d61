package dev.tessera.server.boards;

import static dev.tessera.server.boards.BoardsServer.assertError;
import static dev.tessera.server.boards.BoardsServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import dev.tessera.server.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** The numbers in names are those of spec/dashboards.md 11. */
class DashboardTilesTest {
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
    void behaviour63AddsATextByTheCaller() {
        Reply reply = patch("{'text':{'body':'hello'}}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("tiles").size()).isEqualTo(1);
        assertThat(reply.at("tiles/0/text/body").stringValue()).isEqualTo("hello");
        assertThat(reply.at("tiles/0/text/created_by/email").stringValue()).isEqualTo("ada@example.com");
        assertThat(reply.at("tiles/0/text/last_modified_by").isNull()).isTrue();
    }

    @Test
    void behaviour64LetsAnotherUserEditAText() {
        patch("{'text':{'body':'hello'}},{'text':{'body':'other'}}");
        BoardsServer.Caller bob = server.member("bob");
        server.advance(60);
        ObjectNode tile = (ObjectNode) bob.get(dashboard).at("tiles/0");
        ((ObjectNode) tile.get("text")).put("body", "changed");
        Reply reply = bob.patch(dashboard, "{'tiles':[" + Json.write(tile) + "]}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.at("tiles").size()).isEqualTo(2);
        assertThat(reply.at("tiles/0/id")).isEqualTo(tile.get("id"));
        assertThat(reply.at("tiles/0/text/id")).isEqualTo(tile.at("/text/id"));
        assertThat(reply.at("tiles/0/text/body").stringValue()).isEqualTo("changed");
        assertThat(reply.at("tiles/0/text/created_by/email").stringValue()).isEqualTo("ada@example.com");
        assertThat(reply.at("tiles/0/text/last_modified_by/email").stringValue())
                .isEqualTo("bob@example.com");
        assertThat(reply.at("tiles/0/text/last_modified_at").stringValue()).isEqualTo("2026-03-10T12:01:00Z");
        assertThat(reply.at("tiles/1/text/body").stringValue()).isEqualTo("other");
        assertThat(reply.at("tiles/1/text/last_modified_at").stringValue()).isEqualTo("2026-03-10T12:00:00Z");
    }

    @Test
    void refusesAnAuthorWhoIsNotInTheOrganization() {
        long stranger = server.stranger("eve").user().id().value();
        assertError(
                patch("{'text':{'body':'x','created_by':{'id':" + stranger + "}}}"),
                400,
                "invalid_input",
                "User not found in this organization.",
                "text__created_by");
        assertThat(patch("{'text':{'body':'x','created_by':{'id':-1}}}").status())
                .isEqualTo(400);
    }

    @Test
    void behaviour65RefusesATextThatIsTooLong() {
        assertError(
                patch("{'text':{'body':'" + "x".repeat(4001) + "'}}"),
                400,
                "max_length",
                "Text body cannot exceed 4000 characters",
                "text__body");
        assertThat(patch("{'text':{'body':'" + "x".repeat(4000) + "'}}").status())
                .isEqualTo(200);
    }

    @Test
    void behaviour66ChangesTheLookAndIgnoresWhatIsComputed() {
        long tile = insightTile();
        Reply reply = patch("{'id':" + tile + ",'color':'red','is_cached':true,'order':7,'layouts':{'xs':{'x':0}}}");
        assertThat(reply.at("tiles/0/color").stringValue()).isEqualTo("red");
        assertThat(reply.at("tiles/0/is_cached").booleanValue()).isFalse();
        assertThat(reply.at("tiles/0/order").intValue()).isZero();
        assertThat(reply.at("tiles/0/layouts")).isEqualTo(json("{'xs':{'x':0}}"));
        assertThat(patch("{'id':" + tile + ",'color':null}").at("tiles/0/color").isNull())
                .isTrue();
    }

    @Test
    void behaviour67SkipsTilesThatThereAreNot() {
        insightTile();
        Reply before = server.get(dashboard);
        Reply reply = patch("{'id':999999,'color':'red'},{'color':'blue'},{'id':5},{}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("tiles")).isEqualTo(before.at("tiles"));
    }

    @Test
    void behaviour68NeverChangesTheInsightOfATile() {
        long tile = insightTile();
        long other = server.insight("");
        String shown = server.get(dashboard).at("tiles/0/insight/id").toString();
        Reply reply = patch("{'id':" + tile + ",'color':'blue','insight_id':" + other + ",'insight':{'id':" + other
                + ",'name':'x'}}");
        assertThat(reply.at("tiles/0/color").stringValue()).isEqualTo("blue");
        assertThat(reply.at("tiles/0/insight/id").toString()).isEqualTo(shown);
        assertThat(reply.at("tiles/0/insight/name").isNull()).isTrue();
    }

    @Test
    void behaviour69ShowsTheDescriptionOrNot() {
        long tile = insightTile();
        assertThat(server.get(dashboard).at("tiles/0/show_description").isNull())
                .isTrue();
        assertThat(patch("{'id':" + tile + ",'show_description':true}")
                        .at("tiles/0/show_description")
                        .booleanValue())
                .isTrue();
        Reply reply = patch("{'id':" + tile + ",'show_description':false,'transparent_background':'true'}");
        assertThat(reply.at("tiles/0/show_description").booleanValue()).isFalse();
        assertThat(reply.at("tiles/0/transparent_background").booleanValue()).isTrue();
    }

    @Test
    void behaviour70RemovesATileAndKeepsItsInsight() {
        long tile = insightTile();
        String insight = server.get(dashboard).at("tiles/0/insight/id").toString();
        String removal = "{'id':" + tile + ",'deleted':true}";
        assertThat(patch(removal).at("tiles").size()).isZero();
        assertThat(server.get("P/insights/" + insight + "/").status()).isEqualTo(200);
        assertThat(patch(removal).status()).isEqualTo(200);
        Reply back = patch("{'id':" + tile + ",'deleted':false}");
        assertThat(back.at("tiles/0/id").longValue()).isEqualTo(tile);
    }

    /** As a page undoes a removal: it sends the whole tile. */
    @Test
    void bringsBackARemovedTileWithItsText() {
        Reply made = patch("{'text':{'body':'hello'},'color':'blue','layouts':{'sm':{'x':6,'y':1,'w':6,'h':2}}}");
        ObjectNode tile = (ObjectNode) made.at("tiles/0");
        assertThat(patch("{'id':" + tile.get("id") + ",'deleted':true}")
                        .at("tiles")
                        .size())
                .isZero();
        assertError(
                patch("{'text':{'id':" + tile.at("/text/id") + ",'body':'x'}}"),
                400,
                "invalid_input",
                "Text tile not found.",
                "text");
        Reply back = patch(Json.write(tile.deepCopy().put("deleted", false)));
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.at("tiles").size()).isEqualTo(1);
        assertThat(back.at("tiles/0/id")).isEqualTo(tile.get("id"));
        assertThat(back.at("tiles/0/text/id")).isEqualTo(tile.at("/text/id"));
        assertThat(back.at("tiles/0/text/body").stringValue()).isEqualTo("hello");
        assertThat(back.at("tiles/0/text/created_by")).isEqualTo(tile.at("/text/created_by"));
        assertThat(back.at("tiles/0/color").stringValue()).isEqualTo("blue");
        assertThat(back.at("tiles/0/layouts")).isEqualTo(tile.get("layouts"));
    }

    @Test
    void behaviour71EditsOnlyTextsOfThisDashboard() {
        long other = server.dashboard("{}");
        Reply there = server.patch("P/dashboards/" + other + "/", "{'tiles':[{'text':{'body':'theirs'}}]}");
        String text = there.at("tiles/0/text/id").toString();
        assertError(
                patch("{'text':{'id':" + text + ",'body':'mine'}}"),
                400,
                "invalid_input",
                "Text tile not found.",
                "text");
        assertError(
                patch("{'text':{'id':99999,'body':'mine'}}"),
                400,
                "invalid_input",
                "Text tile not found in this team.",
                "text");
        assertThat(patch("{'id':" + there.at("tiles/0/id") + ",'text':{'body':'mine'}}")
                        .status())
                .isEqualTo(400);
        assertThat(server.get("P/dashboards/" + other + "/")
                        .at("tiles/0/text/body")
                        .stringValue())
                .isEqualTo("theirs");
        assertThat(server.get(dashboard).at("tiles").size()).isZero();
    }

    @Test
    void neverMixesUpTilesOfOneDashboard() {
        long insight = insightTile();
        Reply texts = patch("{'text':{'body':'a'}},{'text':{'body':'b'}}");
        String first = texts.at("tiles/1/text/id").toString();
        String second = texts.at("tiles/2/id").toString();
        assertThat(patch("{'id':" + insight + ",'text':{'body':'x'}}").status()).isEqualTo(400);
        assertThat(patch("{'id':" + second + ",'text':{'id':" + first + ",'body':'x'}}")
                        .status())
                .isEqualTo(400);
        Reply edited = patch("{'text':{'id':" + first + ",'body':'x'}},{'id':" + second + ",'text':{'body':'y'}}");
        assertThat(edited.at("tiles").size()).isEqualTo(3);
        assertThat(edited.at("tiles/1/text/body").stringValue()).isEqualTo("x");
        assertThat(edited.at("tiles/2/text/body").stringValue()).isEqualTo("y");
    }

    @Test
    void doesAllOfARequestOrNothing() {
        Reply reply = server.patch(
                dashboard, "{'name':'changed','tiles':[{'text':{'body':'a'}},{'button_tile':{'url':'/x'}}]}");
        assertThat(reply.at("code").stringValue()).isEqualTo("not_supported");
        assertThat(reply.at("attr").stringValue()).isEqualTo("button_tile");
        Reply after = server.get(dashboard);
        assertThat(after.at("name").stringValue()).isEqualTo("d");
        assertThat(after.at("tiles").size()).isZero();
    }

    @Test
    void refusesWhatItCannotDoYetAndWhatNobodyNeeds() {
        long tile = insightTile();
        assertError(
                patch("{'widget':{'widget_type':'x'}}"),
                400,
                "not_supported",
                "Dashboard widgets are not enabled for this project.",
                "widget");
        assertThat(patch("{'id':" + tile + ",'layouts':null}").at("code").stringValue())
                .isEqualTo("null");
        assertThat(patch("{'id':" + tile + ",'layouts':[]}").at("attr").stringValue())
                .isEqualTo("layouts");
        assertThat(patch("{'id':" + tile + ",'layouts':{'sm':{'a':{'b':{'c':{'d':{}}}}}}}")
                        .status())
                .isEqualTo(400);
        assertThat(patch("{'id':" + tile + ",'layouts':{'sm':'" + "x".repeat(10_000) + "'}}")
                        .status())
                .isEqualTo(400);
        assertThat(patch("{'id':" + tile + ",'color':'" + "x".repeat(401) + "'}")
                        .at("code")
                        .stringValue())
                .isEqualTo("max_length");
        assertError(
                patch("{}" + ",{}".repeat(500)),
                400,
                "max_length",
                "Ensure this field has no more than 500 elements.",
                "tiles");
        assertThat(server.patch(dashboard, "{'tiles':5}").at("code").stringValue())
                .isEqualTo("not_a_list");
        assertThat(patch("5").status()).isEqualTo(400);
    }

    @Test
    void hasRoomForAThousandTiles() {
        String texts = ",{'text':{'body':'x'}}".repeat(500).substring(1);
        assertThat(patch(texts).status()).isEqualTo(200);
        Reply full = patch(texts);
        assertThat(full.at("tiles").size()).isEqualTo(1000);
        assertThat(full.at("tiles/999/order").intValue()).isEqualTo(999);
        String sentence = "A dashboard can have 1000 tiles at most, removed ones included.";
        assertError(patch("{'text':{'body':'x'}}"), 400, "invalid_input", sentence, "tiles");
        assertError(
                server.post("P/insights/", "{'dashboards':[" + id + "]}"),
                400,
                "invalid_input",
                sentence,
                "dashboards");
    }

    private long insightTile() {
        server.insight("'dashboards':[" + id + "]");
        return server.firstTile(id);
    }

    private Reply patch(String tiles) {
        return server.patch(dashboard, "{'tiles':[" + tiles + "]}");
    }
}
