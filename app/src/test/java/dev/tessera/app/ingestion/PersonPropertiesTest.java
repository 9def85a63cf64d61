package dev.tessera.app.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.property.Choices;
import dev.tessera.kernel.property.Property;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The limit of a person's properties, and what it leaves out. */
class PersonPropertiesTest {
    private record Update(String set, String once) {}

    /** Updates as large as a third of the limit, on a few names. */
    @Test
    void staysWithinItsLimitAndIsTheSameInWhateverPartsItIsApplied() {
        Property.holds(300, choices -> choices.list(8, PersonPropertiesTest::update), updates -> {
            PersonProperties whole = new PersonProperties("{}");
            String inParts = "{}";
            for (Update update : updates) {
                whole.update(update.set, update.once);
                PersonProperties part = new PersonProperties(inParts);
                part.update(update.set, update.once);
                inParts = part.text();
                assertThat(inParts).hasSizeLessThanOrEqualTo(PersonProperties.MAX_CHARACTERS);
            }
            assertThat(whole.text()).isEqualTo(inParts);
            if (whole.leftOut() == 0) {
                assertThat(Json.parse(inParts)).isEqualTo(unlimited(updates));
            }
        });
    }

    @Test
    void leavesOutWhatWouldBeTooMuchAndKeepsWhatWasThere() {
        PersonProperties person = new PersonProperties("{\"plan\":\"free\"}");
        person.update(
                "{\"plan\":" + text(PersonProperties.MAX_OTHERS) + ",\"city\":\"Rome\"}",
                "{\"big\":" + text(60_000) + "}");
        assertThat(person.text()).isEqualTo("{\"plan\":\"free\",\"city\":\"Rome\"}");
        assertThat(person.leftOut()).isEqualTo(2);
        person.update("{\"big\":" + text(1_000_000) + "}", "");
        assertThat(person.leftOut()).isEqualTo(3);
    }

    @Test
    void isNoOtherWhenEverythingIsLeftOut() {
        PersonProperties person = new PersonProperties("{\"plan\":\"free\"}");
        person.update("{\"plan\":" + text(PersonProperties.MAX_OTHERS) + "}", "");
        assertThat(person.changed()).isFalse();
    }

    @Test
    void fillsItsLimitToTheLastCharacterAndNotBeyond() {
        PersonProperties person = new PersonProperties("{}");
        int rest = PersonProperties.MAX_OTHERS - "{\"a\":\"\"}".length();
        person.update("{\"a\":" + text(rest + 1) + "}", "");
        assertThat(person.text()).isEqualTo("{}");
        person.update("{\"a\":" + text(rest) + "}", "");
        assertThat(person.text()).hasSize(PersonProperties.MAX_OTHERS);
        person.update("{\"b\":1}", "");
        assertThat(person.leftOut()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "name",
                "$browser",
                "$initial_browser",
                "utm_source",
                "$initial_utm_source",
                "_kx",
                "$initial__kx",
                "$current_url",
                "$creator_event_uuid"
            })
    void hasAPlaceForTheNamesThatMatter(String name) {
        PersonProperties person = full();
        person.update("{\"" + name + "\":" + text(10_000) + ",\"other\":1}", "");
        assertThat(Json.parse(person.text()).path(name).asString()).hasSize(10_000);
        assertThat(Json.parse(person.text()).has("other")).isFalse();
        assertThat(person.leftOut()).isEqualTo(1);
    }

    @Test
    void alwaysHasAPlaceForTheCreator() {
        String uuid = SampleCaptures.uuid(1).toString();
        for (String attempt :
                List.of("", "{\"$creator_event_uuid\":1}", "{\"$creator_event_uuid\":" + text(50) + "}")) {
            PersonProperties person = full();
            person.update(attempt, "");
            for (int length = 20_000; length >= 0; length--) { // Takes the largest that there is a place for.
                person.update("", "{\"email\":" + text(length) + "}");
            }
            person.put(ProtectedProperties.CREATOR, uuid);
            assertThat(Json.parse(person.text())
                            .path(ProtectedProperties.CREATOR)
                            .asString())
                    .isEqualTo(uuid);
            assertThat(person.text())
                    .hasSizeBetween(PersonProperties.MAX_CHARACTERS - 100, PersonProperties.MAX_CHARACTERS);
        }
    }

    @Test
    void takesWhatMakesItShorterEvenBeyondTheLimit() {
        PersonProperties person = new PersonProperties("{\"a\":" + text(200_000) + ",\"b\":1}");
        person.update("{\"b\":22,\"a\":" + text(190_000) + ",\"email\":\"e\"}", "");
        assertThat(person.text()).isEqualTo("{\"a\":" + text(190_000) + ",\"b\":1}");
        person.update("{\"a\":1,\"email\":\"e\"}", "");
        assertThat(person.text()).isEqualTo("{\"a\":1,\"b\":1,\"email\":\"e\"}");
    }

    /** A tree of this event's person properties would take more than all events of a group. */
    @Test
    void takesAMegabyteOfTheSmallestProperties() {
        StringBuilder set = new StringBuilder("{\"name\":\"Ann\"");
        for (int i = 0; set.length() < 1 << 20; i++) {
            set.append(",\"").append(Integer.toString(i, 36)).append("\":[]");
        }
        PersonProperties person = new PersonProperties("{}");
        person.update(set.append(",\"email\":\"a@b\"}").toString(), "");
        JsonNode kept = Json.parse(person.text());
        assertThat(kept.path("name").asString() + kept.path("email").asString()).isEqualTo("Anna@b");
        assertThat(person.text()).hasSizeBetween(PersonProperties.MAX_OTHERS - 10, PersonProperties.MAX_OTHERS + 20);
    }

    private static PersonProperties full() {
        PersonProperties person = new PersonProperties("{}");
        person.update("{\"a\":" + text(PersonProperties.MAX_OTHERS - "{\"a\":\"\"}".length()) + "}", "");
        assertThat(person.text()).hasSize(PersonProperties.MAX_OTHERS);
        return person;
    }

    private static ObjectNode unlimited(List<Update> updates) {
        ObjectNode person = Json.object();
        for (Update update : updates) {
            Json.parse(update.once).properties().stream()
                    .filter(it ->
                            !person.has(it.getKey()) && !Json.parse(update.set).has(it.getKey()))
                    .forEach(it -> person.set(it.getKey(), it.getValue()));
            person.setAll((ObjectNode) Json.parse(update.set));
        }
        return person;
    }

    private static Update update(Choices choices) {
        return new Update(object(choices), object(choices));
    }

    private static String object(Choices choices) {
        ObjectNode object = Json.object();
        choices.list(4, it -> it.of("a", "b", "\"\\é", "💡", "email", "$initial_os", "$creator_event_uuid"))
                .forEach(name -> {
                    switch (choices.below(3)) {
                        case 0 -> object.put(name, choices.below(5));
                        case 1 -> object.set(name, Json.parse("[{\"x\":\"}\\\"\"}," + choices.below(9) + ".50]"));
                        default -> object.put(name, "x".repeat(choices.below(20_000)));
                    }
                });
        return Json.write(object);
    }

    private static String text(int length) {
        return '"' + "x".repeat(length) + '"';
    }
}
