package dev.tessera.app.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FilterJsonTest {
    @Test
    void behaviour128FlattensGroupsOfWhichAllHaveToHold() {
        String nested =
                "{'properties':{'type':'AND','values':[{'type':'AND','values':[{'key':'a'}]},{'key':'b'}]},'x':1}";
        assertThat(FilterJson.normalized(json(nested)))
                .isEqualTo(json("{'properties':[{'key':'a'},{'key':'b'}],'x':1}"));
    }

    @Test
    void behaviour128RefusesGroupsOfWhichOneHasToHold() {
        assertRefused(
                () -> FilterJson.normalized(json("{'properties':{'type':'OR','values':[{'key':'a'}]}}")),
                "Property groups must be AND-combined; OR groups are not supported",
                "properties");
        assertRefused(
                () -> FilterJson.normalized(json("{'properties':[{'type':'OR','values':[{'key':'a'}]}]}")),
                "Property groups must be AND-combined; OR groups are not supported",
                "properties");
    }

    @Test
    void refusesWhatIsNoFilters() {
        assertRefused(() -> FilterJson.normalized(json("['x']")), "Filters must be a dictionary", "");
        assertRefused(
                () -> FilterJson.normalized(json("{'properties':'x'}")),
                "Must be a list of filters or a property group",
                "properties");
        assertRefused(
                () -> FilterJson.normalized(json("{'x':'" + "y".repeat(100_000) + "'}")),
                "Filters can have 100000 characters of JSON at most.",
                "");
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        String filters = "{'date_from':null,'properties':null,'unknown':{'a':[1]}}";
        assertThat(FilterJson.normalized(json(filters))).isEqualTo(json(filters));
    }

    @Test
    void behaviour48OverlaysKeyByKey() {
        assertThat(FilterJson.overlaid(
                        json("{'date_from':'-7d','interval':'day'}"),
                        FilterJson.parsed("{\"date_from\":\"-30d\"}", "p")))
                .isEqualTo(json("{'date_from':'-30d','interval':'day'}"));
    }

    @Test
    void behaviour49RefusesParametersThatAreNoJsonObject() {
        String detail = "Invalid JSON passed in filters_override parameter";
        assertRefused(() -> FilterJson.parsed("notjson", "filters_override"), detail, "filters_override");
        assertRefused(() -> FilterJson.parsed("[1]", "filters_override"), detail, "filters_override");
        assertRefused(() -> FilterJson.parsed("", "filters_override"), detail, "filters_override");
    }

    private static void assertRefused(ThrowingCallable call, String detail, String attr) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        it -> assertThat(it.problem()).isEqualTo(new Problem.Invalid(detail, attr)));
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
