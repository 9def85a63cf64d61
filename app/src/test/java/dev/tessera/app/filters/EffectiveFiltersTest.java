package dev.tessera.app.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The numbers in names are those of spec/dashboards.md 11. */
class EffectiveFiltersTest {
    @Test
    void behaviour118TakesBothEndsOfTheDatesFromTheTile() {
        EffectiveFilters filters = filters("{'date_from':'-30d','date_to':'-1d'}", "{'date_from':'-7d'}");
        assertThat(filters.dates()).contains(dates("'-7d'", Optional.empty()));
    }

    @Test
    void behaviour119LeavesExplicitDatesToWhoSetsTheDates() {
        String dashboard = "{'date_from':'2024-01-01','date_to':'2024-02-01','explicitDate':true}";
        assertThat(filters(dashboard, "{'date_from':'-7d'}").dates()).contains(dates("'-7d'", Optional.empty()));
        assertThat(filters(dashboard, "{'explicitDate':false}")
                        .dates()
                        .orElseThrow()
                        .explicit())
                .contains(json("true"));
    }

    @Test
    void behaviour120StacksTheDashboardsPropertiesBeforeTheTiles() {
        String us = "{'key':'$country','value':'US','type':'event'}";
        String chrome = "{'key':'$browser','value':'Chrome','type':'event'}";
        assertThat(filters(properties(us), properties(chrome)).properties()).containsExactly(json(us), json(chrome));
    }

    @Test
    void behaviour121LetsTheTileReplaceWhatItContradicts() {
        String both = "{'key':'$browser','value':['Chrome','Safari'],'operator':'exact','type':'event'}";
        String firefox = "{'key':'$browser','value':['Firefox'],'operator':'exact','type':'event'}";
        assertThat(filters(properties(both), properties(firefox)).properties()).containsExactly(json(firefox));
    }

    @Test
    void behaviours122And123KeepWhatBothCanHold() {
        String google = "{'key':'utm_source','value':'google','type':'event'}";
        String set = "{'key':'utm_source','operator':'is_set','type':'event'}";
        assertThat(filters(properties(google), properties(set)).properties()).hasSize(2);
        String first = "{'key':'name','value':'a','type':'group','group_type_index':0}";
        String second = "{'key':'name','value':'b','type':'group','group_type_index':1}";
        assertThat(filters(properties(first), properties(second)).properties()).hasSize(2);
    }

    @Test
    void behaviour124TakesEachOtherFieldFromTheTileOrElseFromTheDashboard() {
        EffectiveFilters filters = filters(
                "{'interval':'day','filterTestAccounts':true}", "{'interval':'week','filterTestAccounts':null}");
        assertThat(filters.interval()).contains(json("'week'"));
        assertThat(filters.testAccounts()).contains(json("true"));
        assertThat(filters.breakdown()).isEmpty();
    }

    @Test
    void behaviour127DropsTheDashboardForATileThatIgnoresIt() {
        String dashboard = "{'interval':'week','properties':[{'key':'a','value':'b'}]}";
        assertThat(filters(dashboard, "{'ignoreDashboardFilters':true,'date_from':'-7d'}"))
                .isEqualTo(filters("{}", "{'date_from':'-7d'}"));
    }

    @Test
    void saysNothingWhenNothingIsSet() {
        assertThat(filters("{}", "{}").isEmpty()).isTrue();
        assertThat(filters("{'date_from':null,'date_to':'','properties':[],'other':1}", "{}")
                        .isEmpty())
                .isTrue();
        assertThat(filters("{'interval':'week'}", "{}").isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    exact          | ['a']        | is_not         | ['a','b']  | true
                    in             | ['a','c']    | not_in         | ['a','b']  | false
                    exact          | 'a'          | exact          | ['b']      | true
                    exact          | ['a','b']    | in             | ['b']      | false
                    exact          | true         | exact          | 'true'     | false
                    exact          | 1            | exact          | '1'        | false
                    exact          | 1.0          | exact          | 1          | false
                    exact          | 1e2          | exact          | '100'      | false
                    exact          | 1            | exact          | 2          | true
                    exact          | []           | exact          | ['b']      | false
                    exact          | 'a'          | is_not         | ''         | false
                    icontains      | 'Foobar'     | not_icontains  | 'OBA'      | true
                    icontains      | ['foo','x']  | not_icontains  | 'foo'      | false
                    icontains      | 'foo'        | not_icontains  | 'foobar'   | false
                    regex          | '^a'         | not_regex      | '^a'       | true
                    regex          | '^a'         | not_regex      | '^b'       | false
                    regex          | ['a','b']    | not_regex      | ['a','b']  | false
                    is_set         | null         | is_not_set     | null       | true
                    exact          | 'a'          | is_not_set     | null       | true
                    exact          | []           | is_not_set     | null       | false
                    icontains      | 'a'          | is_not_set     | null       | true
                    regex          | 'a'          | is_not_set     | null       | true
                    is_not         | 'a'          | is_not_set     | null       | false
                    gt             | 5            | lt             | 3          | false
                    exact          | 'a'          | icontains      | 'b'        | false
                    """)
    void findsWhatContradicts(String one, String oneValue, String other, String otherValue, boolean contradicting) {
        JsonNode first = filter(one, oneValue);
        JsonNode second = filter(other, otherValue);
        assertThat(Contradictions.anyContradicts(List.of(first), second)).isEqualTo(contradicting);
        assertThat(Contradictions.anyContradicts(List.of(second), first)).isEqualTo(contradicting);
    }

    @Test
    void comparesOnlyFiltersOfTheSameThing() {
        JsonNode a = json("{'key':'k','value':'a'}");
        assertThat(contradicted(a, "{'key':'k','value':'b','type':'event'}")).isTrue();
        assertThat(contradicted(a, "{'key':'k','value':'b','type':'person'}")).isFalse();
        assertThat(contradicted(a, "{'key':'l','value':'b'}")).isFalse();
        assertThat(contradicted(
                        json("{'key':'id','value':1,'type':'cohort'}"), "{'key':'id','value':2,'type':'cohort'}"))
                .isFalse();
        assertThat(contradicted(json("5"), "'x'")).isFalse();
        assertThat(contradicted(json("{'key':'k','value':1e900}"), "{'key':'k','value':2}"))
                .isTrue();
    }

    private static boolean contradicted(JsonNode filter, String by) {
        return Contradictions.anyContradicts(List.of(json(by)), filter);
    }

    private static JsonNode filter(String operator, String value) {
        return json("{'key':'k','type':'event','operator':'" + operator + "','value':" + value + "}");
    }

    private static EffectiveFilters.Dates dates(String from, Optional<JsonNode> explicit) {
        return new EffectiveFilters.Dates(Optional.of(json(from)), Optional.empty(), explicit);
    }

    private static String properties(String filter) {
        return "{'properties':[" + filter + "]}";
    }

    private static EffectiveFilters filters(String dashboard, String tile) {
        return EffectiveFilters.of(json(dashboard), json(tile));
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
