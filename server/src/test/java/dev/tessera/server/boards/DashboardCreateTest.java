package dev.tessera.server.boards;

import static dev.tessera.server.boards.BoardsServer.assertError;
import static dev.tessera.server.boards.BoardsServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.server.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers in names are those of spec/dashboards.md 11. */
class DashboardCreateTest {
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
    void behaviour22MakesADashboardWithEveryFieldInItsPlace() {
        Reply reply = create("{'name':'My new dashboard','description':''}");
        assertThat(reply.status()).isEqualTo(201);
        String creator = reply.at("created_by").toString();
        assertThat(reply.json())
                .isEqualTo(json("{'id':" + reply.at("id")
                        + ",'name':'My new dashboard','description':'','pinned':false,"
                        + "'created_at':'2026-03-10T12:00:00Z','created_by':" + creator
                        + ",'last_accessed_at':null,'last_viewed_at':null,'is_shared':false,'deleted':false,"
                        + "'creation_mode':'default','filters':{},'variables':{},'breakdown_colors':[],"
                        + "'data_color_theme_id':null,'tags':[],'restriction_level':21,"
                        + "'effective_restriction_level':21,'effective_privilege_level':37,"
                        + "'user_access_level':'manager','access_control_version':'v2','last_refresh':null,"
                        + "'persisted_filters':null,'persisted_variables':null,'team_id':1,'quick_filter_ids':[],"
                        + "'tiles':[],'customization':{}}"));
    }

    @Test
    void behaviour23NeedsNoName() {
        Reply reply = create("{}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.at("name").isNull()).isTrue();
    }

    @Test
    void behaviour24RefusesANameThatIsTooLong() {
        assertError(
                create("{'name':'" + "x".repeat(401) + "'}"),
                400,
                "max_length",
                "Ensure this field has no more than 400 characters.",
                "name");
    }

    @Test
    void behaviour25ReadsTruthAsText() {
        assertThat(create("{'pinned':'true'}").at("pinned").booleanValue()).isTrue();
    }

    @Test
    void behaviour26RefusesNullForADescription() {
        assertError(create("{'description':null}"), 400, "null", "This field may not be null.", "description");
    }

    @Test
    void behaviour27TakesFilters() {
        Reply reply = create("{'filters':{'date_from':'-14d'}}");
        assertThat(reply.at("filters")).isEqualTo(json("{'date_from':'-14d'}"));
        assertThat(reply.at("persisted_filters")).isEqualTo(json("{'date_from':'-14d'}"));
    }

    @Test
    void behaviour28RefusesFiltersThatAreNoObject() {
        Reply reply = create("{'filters':['x']}");
        assertError(reply, 400, "invalid_input", "Filters must be a dictionary", "");
        assertThat(reply.at("attr").isNull()).isTrue();
        assertThat(create("{'filters':[]}").status()).isEqualTo(201);
    }

    @Test
    void behaviour29IgnoresVariables() {
        Reply reply = create("{'variables':{'id':{'code_name':'a','variableId':'id','value':1}}}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.at("persisted_variables").isNull()).isTrue();
    }

    @Test
    void behaviour30RefusesALevelThatThereIsNot() {
        assertError(
                create("{'restriction_level':5}"),
                400,
                "invalid_choice",
                "\"5\" is not a valid choice.",
                "restriction_level");
        assertThat(create("{'restriction_level':37}")
                        .at("access_control_version")
                        .stringValue())
                .isEqualTo("v1");
    }

    @Test
    void behaviour33WantsOneSourceAtMost() {
        assertError(
                create("{'use_template':'DEFAULT_APP','use_dashboard':1}"),
                400,
                "invalid_input",
                "`use_dashboard` and `use_template` cannot be used together",
                "");
        assertError(
                create("{'use_template':'DEFAULT_APP','use_dashboard':''}"),
                400,
                "invalid_input",
                "A valid integer is required.",
                "use_dashboard");
        Reply blank = create("{'use_template':'','use_dashboard':null,'_create_in_folder':'','delete_insights':true}");
        assertThat(blank.status()).isEqualTo(201);
        assertThat(blank.at("creation_mode").stringValue()).isEqualTo("default");
    }

    @ParameterizedTest
    @CsvSource({
        "use_template,'\"x\"'",
        "_create_in_folder,'\"x\"'",
        "data_color_theme_id,5",
        "grid_spacing,'\"tight\"'",
        "layout_compaction,'\"stable\"'"
    })
    void refusesWhatItCannotDoYet(String field, String value) {
        Reply reply = create("{'" + field + "':" + value + "}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("code").stringValue()).isEqualTo("not_supported");
        assertThat(reply.at("attr").stringValue()).isEqualTo(field);
        assertThat(server.get("P/dashboards/").at("count").intValue()).isZero();
    }

    @Test
    void behaviour41NormalizesTags() {
        Reply reply = create("{'tags':['  Foo','foo','BAR']}");
        assertThat(reply.at("tags")).isEqualTo(json("['bar','foo']"));
        assertError(
                create("{'tags':'foo'}"), 400, "not_a_list", "Expected a list of items but got type \"str\".", "tags");
        assertThat(create("{'tags':[1]}").at("attr").stringValue()).isEqualTo("tags__0");
    }

    @Test
    void keepsColorsAndInstantsThatClientsSend() {
        Reply reply = create("{'breakdown_colors':[{'breakdownValue':'','colorToken':'preset-1','more':[1]}],"
                + "'last_refresh':'2022-04-01T14:45:00.5+02:00','last_accessed_at':'2022-04-01T12:45:00Z'}");
        assertThat(reply.at("breakdown_colors"))
                .isEqualTo(json("[{'breakdownValue':'','colorToken':'preset-1','more':[1]}]"));
        assertThat(reply.at("last_refresh").stringValue()).isEqualTo("2022-04-01T12:45:00.500000Z");
        assertThat(reply.at("last_accessed_at").stringValue()).isEqualTo("2022-04-01T12:45:00Z");
        assertThat(create("{'breakdown_colors':{'a':'b'}}").at("breakdown_colors"))
                .isEqualTo(json("{'a':'b'}"));
        assertThat(create("{'breakdown_colors':['a']}").status()).isEqualTo(400);
        assertError(
                create("{'breakdown_colors':[{'breakdownValue':'a'}]}"),
                400,
                "required",
                "This field is required.",
                "breakdown_colors__0__colorToken");
        assertThat(create("{'last_refresh':'yesterday'}").at("attr").stringValue())
                .isEqualTo("last_refresh");
    }

    @Test
    void behaviour61KnowsNoQuickFilters() {
        assertThat(create("{'quick_filter_ids':[]}").at("quick_filter_ids")).isEqualTo(json("[]"));
        assertThat(create("{'quick_filter_ids':null}").at("quick_filter_ids")).isEqualTo(json("[]"));
        assertThat(create("{'quick_filter_ids':'x'}").at("code").stringValue()).isEqualTo("not_a_list");
        assertError(
                create("{'quick_filter_ids':['not-a-uuid']}"),
                400,
                "invalid_input",
                "Invalid UUID: not-a-uuid",
                "quick_filter_ids");
        assertError(
                create("{'quick_filter_ids':['095BE615-a8ad-4c33-8e9c-c7612fbf6c9f']}"),
                400,
                "invalid_input",
                "Quick filters not found: 095be615-a8ad-4c33-8e9c-c7612fbf6c9f",
                "quick_filter_ids");
    }

    private Reply create(String body) {
        return server.post("P/dashboards/", body);
    }
}
