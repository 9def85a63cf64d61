package dev.tessera.server.boards;

import static dev.tessera.server.boards.BoardsServer.encoded;
import static dev.tessera.server.boards.BoardsServer.visits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.server.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behaviour 10 of spec/insights-and-query-api.md 9, and the other parameters of 5.1. */
class InsightListTest {
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
    void filtersBySavedFavoritedAndCreator() {
        create("'name':'saved','saved':true");
        create("'name':'liked','favorited':true");
        long bob = bobs("bobs");
        assertThat(names("?saved=true")).containsExactly("saved");
        assertThat(names("?saved=false")).containsExactly("liked", "bobs");
        assertThat(names("?favorited=true")).containsExactly("liked");
        assertThat(names("?user=true")).containsExactly("saved", "liked");
        assertThat(names("?created_by=" + encoded("[" + bob + "]"))).containsExactly("bobs");
        assertThat(names("?created_by=" + bob + "&user=1")).isEmpty();
    }

    @Test
    void filtersBySearchTagsDashboardsKindAndShortId() {
        long dashboard = server.dashboard("{}");
        create("'name':'Revenue','tags':['money']");
        create("'name':'Signups','dashboards':[" + dashboard + "],'query':" + visits(""));
        create("'name':'steps','query':{'kind':'InsightVizNode','source':{'kind':'FunnelsQuery'}}");
        Reply found = server.get(LIST + "?search=REV");
        assertThat(names("?search=REV")).containsExactly("Revenue");
        assertThat(found.at("results/0/search_match_type").stringValue()).isEqualTo("exact");
        assertThat(names("?search=mone")).containsExactly("Revenue");
        assertThat(names("?tags=" + encoded("['Money','x']"))).containsExactly("Revenue");
        assertThat(names("?dashboards=" + encoded("[" + dashboard + "]"))).containsExactly("Signups");
        assertThat(names("?dashboards=" + encoded("[" + dashboard + ",999]"))).isEmpty();
        assertThat(names("?insight=FUNNELS")).containsExactly("steps");
        assertThat(names("?insight=TRENDS")).containsExactly("Signups");
        assertThat(names("?short_id=" + found.at("results/0/short_id").stringValue()))
                .containsExactly("Revenue");
    }

    @Test
    void filtersAndSortsByTime() {
        create("'name':'b'");
        server.advance(3600);
        create("'name':'a'");
        assertThat(names("?order=-last_modified_at")).containsExactly("a", "b");
        assertThat(names("?order=created_at")).containsExactly("b", "a");
        assertThat(names("?order=name")).containsExactly("a", "b");
        assertThat(names("?order=-last_viewed_at")).containsExactly("a", "b");
        assertThat(names("")).containsExactly("b", "a");
        assertThat(names("?date_from=2026-03-10T12:30:00Z")).containsExactly("a");
        assertThat(names("?created_date_to=2026-03-10T12:30:00Z")).containsExactly("b");
        assertThat(names("?date_from=-30d&date_to=-1d")).isEmpty();
        assertThat(names("?last_viewed_date_from=-30d")).containsExactly("b", "a");
    }

    @Test
    void pages() {
        create("'name':'a'");
        create("'name':'b'");
        create("'name':'c'");
        Reply reply = server.get(LIST + "?limit=2&order=name&offset=1");
        assertThat(reply.at("count").intValue()).isEqualTo(3);
        assertThat(reply.at("results/0/name").stringValue()).isEqualTo("b");
        assertThat(reply.at("previous").stringValue()).contains("order=name");
        assertThat(reply.at("next").isNull()).isTrue();
    }

    @Test
    void leavesOutResultsOfTheBasicForm() {
        server.insight("'name':'a'");
        Reply reply = server.get(LIST + "?basic=true");
        assertThat(reply.at("results/0").propertyNames())
                .containsExactly(
                        "id",
                        "short_id",
                        "name",
                        "derived_name",
                        "filters",
                        "query",
                        "dashboards",
                        "dashboard_tiles",
                        "description",
                        "last_refresh",
                        "refreshing",
                        "saved",
                        "tags",
                        "updated_at",
                        "created_by",
                        "created_at",
                        "last_modified_at",
                        "favorited",
                        "user_access_level",
                        "last_viewed_at",
                        "search_match_type");
        assertThat(server.get(LIST + reply.at("results/0/id") + "/?basic=true").json())
                .isEqualTo(reply.at("results/0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "saved=perhaps",
                "created_by=x",
                "created_by=[1.5]",
                "insight=NOTHING",
                "dashboards={}",
                "tags=[1]",
                "order=color",
                "date_from=someday",
                "events=x",
                "feature_flag=x",
                "short_id=a\0b"
            })
    void refusesWhatItDoesNotUnderstand(String parameter) {
        String name = parameter.substring(0, parameter.indexOf('='));
        Reply reply = server.get(LIST + "?" + name + "=" + encoded(parameter.substring(name.length() + 1)));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("attr").stringValue()).isEqualTo(name);
    }

    private void create(String fields) {
        Reply reply = server.post(LIST, "{" + fields + "}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    private long bobs(String name) {
        BoardsServer.Caller bob = server.member("bob");
        assertThat(bob.post(LIST, "{'name':'" + name + "'}").status()).isEqualTo(201);
        return bob.user().id().value();
    }

    private List<String> names(String query) {
        Reply reply = server.get(LIST + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return StreamSupport.stream(reply.at("results").spliterator(), false)
                .map(it -> it.get("name").stringValue())
                .toList();
    }
}
