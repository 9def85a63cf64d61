package dev.tessera.app.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EpisodeTest {
    private static final Episode HISTORY =
            Histories.endingAt("2026-07-15T14:20:00Z").history();

    @Test
    void hasEventsInTheOrderOfTimeEachWithAUuidOfItsOwn() {
        Set<UUID> uuids = new HashSet<>();
        Deed last = HISTORY.deed(0);
        for (int i = 0; i < HISTORY.size(); i++) {
            Deed deed = HISTORY.deed(i);
            assertThat(deed.timestamp()).isAfterOrEqualTo(last.timestamp());
            uuids.add(deed.uuid());
            last = deed;
        }
        assertThat(uuids).hasSize(HISTORY.size()).allMatch(it -> it.version() == 7 && it.variant() == 2);
    }

    @Test
    void writesPropertiesThatAreJsonAndHaveWhatIsSaidOfThePersonInThem() {
        some().forEach(deed -> {
            JsonNode properties = Json.parse(deed.properties());
            assertThat(Json.write(properties)).isEqualTo(deed.properties());
            assertThat(text(properties, "$set")).isEqualTo(deed.set());
            assertThat(text(properties, "$set_once")).isEqualTo(deed.setOnce());
        });
    }

    @Test
    void letsEverybodyBeTheSameInAllTheyDo() {
        List<Individual> people = HISTORY.people().toList();
        Map<Integer, String> companies = new HashMap<>();
        some().filter(it -> !it.event().equals("invoice paid")).forEach(deed -> {
            Individual person = people.get(deed.person());
            JsonNode known = Json.parse(person.properties());
            JsonNode properties = Json.parse(deed.properties());
            assertThat(person.distinctIds()).contains(deed.distinctId());
            for (String name : List.of("$browser", "$os", "$device_type", "$geoip_country_code", "$geoip_city_name")) {
                assertThat(properties.get(name)).isNotNull().isEqualTo(known.get(name));
            }
            if (properties.has("$group_0")) {
                String company = properties.path("$group_0").asString();
                assertThat(properties.path("$groups").path("company").asString())
                        .isEqualTo(company);
                assertThat(companies.merge(deed.person(), company, (before, now) -> now))
                        .isEqualTo(company);
            }
        });
        assertThat(companies).hasSizeGreaterThan(2_000);
    }

    @Test
    void knowsWhenItFirstSawSomebodyAndByWhichEvent() {
        Set<Integer> seen = new HashSet<>();
        List<Individual> people = HISTORY.people().toList();
        for (int i = 0; i < HISTORY.size(); i++) {
            Deed deed = HISTORY.deed(i);
            if (seen.add(deed.person())) {
                Individual person = people.get(deed.person());
                assertThat(person.firstDeed()).isEqualTo(i);
                assertThat(Json.parse(person.properties())
                                .path("$creator_event_uuid")
                                .asString())
                        .isEqualTo(deed.uuid().toString());
            }
        }
        assertThat(seen).hasSize(people.size());
    }

    @Test
    void hasPeopleAndCompaniesThatAreNoTwoAlike() {
        List<String> ids =
                HISTORY.people().flatMap(it -> it.distinctIds().stream()).toList();
        List<String> keys = HISTORY.accounts().stream().map(Account::key).toList();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys).hasSizeGreaterThan(3_000);
        assertThat(HISTORY.accounts())
                .allSatisfy(it -> assertThat(
                                Json.parse(it.properties()).path("name").asString())
                        .isNotEmpty());
    }

    @Test
    void namesOnlyCompaniesThatItHas() {
        Set<String> named = new HashSet<>();
        some().map(it -> Json.parse(it.properties()).path("$group_0").asString(""))
                .filter(it -> !it.isEmpty())
                .forEach(named::add);
        assertThat(HISTORY.accounts().stream().map(Account::key)).containsAll(named);
    }

    /** A part of them: to read all as JSON takes long. */
    private static Stream<Deed> some() {
        return IntStream.range(0, HISTORY.size()).filter(it -> it % 7 == 0).mapToObj(HISTORY::deed);
    }

    private static String text(JsonNode properties, String name) {
        return properties.has(name) ? Json.write(properties.get(name)) : "";
    }
}
