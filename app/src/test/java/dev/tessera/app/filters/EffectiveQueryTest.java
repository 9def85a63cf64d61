package dev.tessera.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import dev.tessera.query.nodes.Queries;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The numbers in names are those of spec/dashboards.md 11. */
class EffectiveQueryTest {
    private static final String SERIES = "'series':[{'kind':'EventsNode','event':'a'}]";

    @Test
    void behaviour47ReplacesTheDatesInsideTheWrapper() {
        String query = "{'kind':'InsightVizNode','source':{'kind':'TrendsQuery'," + SERIES
                + ",'dateRange':{'date_from':'-7d','date_to':'-1d','explicitDate':true}},'full':true}";
        JsonNode effective = effective(query, "{'date_from':'-14d'}");
        assertThat(effective)
                .isEqualTo(json("{'kind':'InsightVizNode','source':{'kind':'TrendsQuery'," + SERIES
                        + ",'dateRange':{'date_from':'-14d','date_to':null,'explicitDate':true}},'full':true}"));
        Queries.parse(effective);
    }

    @Test
    void behaviour125PutsTheInsightsPropertiesBeforeTheDashboards() {
        JsonNode effective = effective(trends("'properties':[{'key':'a','value':'1'}]"), properties("b"));
        assertThat(effective)
                .isEqualTo(json(trends("'properties':{'type':'AND','values':["
                        + "{'type':'AND','values':[{'key':'a','value':'1'}]},"
                        + "{'type':'AND','values':[{'key':'b','value':'1'}]}]}")));
        Queries.parse(effective);
    }

    @Test
    void keepsHowAGroupOfTheInsightCombines() {
        String or = "{'type':'OR','values':[{'key':'a','value':'1'},{'key':'c','value':'1'}]}";
        JsonNode effective = effective(trends("'properties':" + or), properties("b"));
        assertThat(effective.path("properties").path("values").get(0)).isEqualTo(json(or));
        Queries.parse(effective);
    }

    @Test
    void givesAnInsightWithoutPropertiesThoseOfTheDashboard() {
        JsonNode expected = json(trends("'properties':[{'key':'b','value':'1'}]"));
        assertThat(effective(trends("'properties':[]"), properties("b"))).isEqualTo(expected);
        assertThat(effective(trends("'properties':{'type':'AND','values':[]}"), properties("b")))
                .isEqualTo(expected);
        assertThat(effective(trends("'properties':null"), properties("b"))).isEqualTo(expected);
    }

    @Test
    void takesOutOfTheInsightWhatTheDashboardContradicts() {
        String query = "{'kind':'TrendsQuery','series':[{'kind':'EventsNode','event':'a','properties':"
                + "[{'key':'b','value':'2'},{'key':'c','value':'1'}]}],'properties':{'type':'AND','values':"
                + "[{'type':'OR','values':[{'key':'b','value':'3'}]},{'key':'d','value':'1'}]}}";
        assertThat(effective(query, properties("b")))
                .isEqualTo(json("{'kind':'TrendsQuery','series':[{'kind':'EventsNode','event':'a','properties':"
                        + "[{'key':'c','value':'1'}]}],'properties':{'type':'AND','values':["
                        + "{'type':'AND','values':[{'key':'d','value':'1'}]},"
                        + "{'type':'AND','values':[{'key':'b','value':'1'}]}]}}"));
    }

    @Test
    void replacesBreakdownIntervalAndTestAccounts() {
        JsonNode effective = effective(
                trends("'interval':'day'"),
                "{'interval':'week','filterTestAccounts':true,'breakdown_filter':{'breakdown':'plan'}}");
        assertThat(effective)
                .isEqualTo(json(
                        trends("'interval':'week','breakdownFilter':{'breakdown':'plan'},'filterTestAccounts':true")));
        Queries.parse(effective);
        assertThat(effective("{'kind':'PathsQuery'}", "{'interval':'week','breakdown_filter':{'breakdown':'x'}}"))
                .isEqualTo(json("{'kind':'PathsQuery'}"));
    }

    @Test
    void comparesWithNothingOverAllOfTime() {
        JsonNode effective = effective(trends("'compareFilter':{'compare':true}"), "{'date_from':'all'}");
        assertThat(effective.path("compareFilter").path("compare").asBoolean()).isFalse();
    }

    @Test
    void leavesSeriesOfAWarehouseAlone() {
        String query = "{'kind':'TrendsQuery','series':[{'kind':'DataWarehouseNode'}]}";
        assertThat(effective(query, "{'properties':[{'key':'b','value':'1'}],'breakdown_filter':{'breakdown':'x'}}"))
                .isEqualTo(json(query));
    }

    @Test
    void behaviour126GivesSqlItsDatesAndProperties() {
        String query = "{'kind':'DataVisualizationNode','source':{'kind':'HogQLQuery','query':'select 1',"
                + "'filters':{'properties':[{'key':'a','value':'1'}]}}}";
        assertThat(effective(query, "{'date_from':'-7d','properties':[{'key':'b','value':'1'}]}"))
                .isEqualTo(json("{'kind':'DataVisualizationNode','source':{'kind':'HogQLQuery','query':'select 1',"
                        + "'filters':{'properties':[{'key':'a','value':'1'},{'key':'b','value':'1'}],"
                        + "'dateRange':{'date_from':'-7d','date_to':null,'explicitDate':false}}}}"));
    }

    @Test
    void givesListsOfEventsTheirLimitsInTime() {
        assertThat(effective("{'kind':'DataTableNode','source':{'kind':'EventsQuery'}}", "{'date_to':'-1d'}"))
                .isEqualTo(json(
                        "{'kind':'DataTableNode','source':{'kind':'EventsQuery'," + "'after':null,'before':'-1d'}}"));
    }

    @Test
    void changesNothingWithoutFiltersOrInQueriesOfOtherKinds() {
        JsonNode query = json(trends("'interval':'day'"));
        JsonNode before = query.deepCopy();
        assertThat(EffectiveQuery.of(query, EffectiveFilters.none())).isSameAs(query);
        EffectiveQuery.of(query, EffectiveFilters.of(json("{'interval':'week'}"), json("{}")));
        assertThat(query).isEqualTo(before);
        assertThat(effective("{'kind':'Other'}", properties("b"))).isEqualTo(json("{'kind':'Other'}"));
    }

    private static JsonNode effective(String query, String dashboard) {
        return EffectiveQuery.of(json(query), EffectiveFilters.of(json(dashboard), json("{}")));
    }

    private static String trends(String fields) {
        return "{'kind':'TrendsQuery'," + SERIES + "," + fields + "}";
    }

    private static String properties(String key) {
        return "{'properties':[{'key':'" + key + "','value':'1'}]}";
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
