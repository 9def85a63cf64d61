package dev.tessera.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMembersTest {
    @Test
    void givesNamesAndValuesAsTheyAreWritten() {
        assertThat(
                        members(
                                "{\"a\":1,\"b\":\"x\\\"}\\\\\",\"\":{\"c\":[\"]\",{}]},\"\\u00e9\":[],\"d\":-1.50E+3,\"e\":null}"))
                .containsExactly(
                        "a=1", "b=\"x\\\"}\\\\\"", "={\"c\":[\"]\",{}]}", "\\u00e9=[]", "d=-1.50E+3", "e=null");
    }

    @Test
    void leavesOutBlanksAroundNamesAndValues() {
        assertThat(members(" { \"a\" :\n[ 1, 2 ]\t, \"b\" : true } ")).containsExactly("a=[ 1, 2 ]", "b=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "[{\"a\":1}]", "1", "\"{\"", "null", "{", "{a:1}"})
    void seesNothingWhereThereIsNoMember(String json) {
        assertThat(members(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a", "{\"a\"", "{\"a\":", "{\"a\":[", "{\"a\":\"\\", "{\"a\":\"b", "{\"a\":1", "{\"a\":1,"})
    void comesToAnEndWhereTheTextDoes(String json) {
        assertThat(members(json)).hasSize(1);
    }

    private static List<String> members(String json) {
        List<String> seen = new ArrayList<>();
        JsonMembers members = new JsonMembers(json);
        while (members.next()) {
            seen.add(json.substring(members.keyStart(), members.keyEnd()) + "="
                    + json.substring(members.valueStart(), members.valueEnd()));
        }
        return seen;
    }
}
