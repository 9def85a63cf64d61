package dev.tessera.server.definitions;

import static dev.tessera.server.definitions.DefinitionsServer.PROPERTIES;
import static dev.tessera.server.definitions.DefinitionsServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.server.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** spec/persons-events-definitions-api.md 6 and 11, and spec/ingestion.md 66, through HTTP. */
class PropertyDefinitionsHttpTest {
    private DefinitionsServer tessera;

    @BeforeEach
    void start(@TempDir Path data) {
        tessera = new DefinitionsServer(data);
    }

    @AfterEach
    void stop() {
        tessera.close();
    }

    @Test
    void behaviour26aPropertyIsDefinedByItsFirstValue() {
        tessera.capture("signup", "{'price': 5}");
        JsonNode definition = tessera.definition(PROPERTIES, "price");
        String id = definition.path("id").stringValue();
        assertThat(definition)
                .isEqualTo(json("{'id': '" + id + "', 'name': 'price', 'is_numerical': true,"
                        + " 'property_type': 'Numeric', 'is_seen_on_filtered_events': null, 'description': null,"
                        + " 'tags': [], 'updated_at': null, 'updated_by': null, 'verified': false,"
                        + " 'verified_at': null, 'verified_by': null, 'hidden': false}"));
        assertThat(tessera.get(PROPERTIES + id + "/").json()).isEqualTo(definition);
    }

    @Test
    void ingestion66typesAreDetected() {
        tessera.capture(
                "typed",
                "{'price': 12, 'signup_date': '2024-01-02', 'utm_term': 5, 'flag': 'TRUE', 'tags': ['a'],"
                        + " 'paid_at': 1757376000, 'unpaid_at': 1757375999}");
        assertThat(type("price")).isEqualTo("Numeric");
        assertThat(type("signup_date")).isEqualTo("DateTime");
        assertThat(type("utm_term")).isEqualTo("String");
        assertThat(type("flag")).isEqualTo("Boolean");
        assertThat(type("tags")).isEqualTo("null");
        assertThat(type("paid_at")).isEqualTo("DateTime");
        assertThat(type("unpaid_at")).isEqualTo("Numeric");
        assertThat(tessera.names(PROPERTIES, "is_numerical", "true")).containsExactly("price", "unpaid_at");
    }

    @Test
    void behaviour29tellsWhichWereSeenOnEvents() {
        tessera.capture("signup", "{'price': 5, 'zone': 'a'}");
        tessera.capture("login", "{'agent': 'x', 'zone': 'a'}");
        assertThat(seen("price", "event_names", "['signup']")).isEqualTo(json("true"));
        assertThat(seen("agent", "event_names", "['signup']")).isEqualTo(json("false"));
        assertThat(seen("price")).isEqualTo(json("null"));
        assertThat(tessera.names(PROPERTIES, "event_names", "['signup']")).containsExactly("price", "zone", "agent");
        for (String filter : new String[] {"filter_by_event_names", "is_event_property"}) {
            assertThat(tessera.names(PROPERTIES, "event_names", "['login']", filter, "true"))
                    .containsExactly("agent", "zone");
            assertThat(tessera.names(PROPERTIES, "event_names", "['login']", filter, "false"))
                    .containsExactly("price");
        }
    }

    @Test
    void behaviour30instructionsAreNoPropertiesAndPersonsHaveTheirOwn() {
        tessera.capture(
                "signup",
                "{'$groups': {'company': 'acme'}, '$set': {'email': 'a@x.test'}, '$set_once': {'first_plan': 1},"
                        + " 'plan': 'pro'}");
        assertThat(tessera.names(PROPERTIES)).containsExactly("plan");
        assertThat(tessera.names(PROPERTIES, "type", "person")).containsExactly("email", "first_plan");
        assertThat(tessera.names(PROPERTIES, "type", "session")).isEmpty();
        assertThat(tessera.names(PROPERTIES, "type", "group", "group_type_index", "0"))
                .isEmpty();
    }

    @Test
    void filtersByNames() {
        tessera.capture("signup", "{'Price Net': 1, 'price': 'a', '$feature/price': true, '$lib': 'web'}");
        assertThat(tessera.names(PROPERTIES, "search", "NET price")).containsExactly("Price Net");
        assertThat(tessera.names(PROPERTIES, "search", "library")).containsExactly("$lib");
        assertThat(tessera.names(PROPERTIES, "properties", "price,$lib,none")).containsExactly("$lib", "price");
        assertThat(tessera.names(PROPERTIES, "excluded_properties", "['price', '$lib']"))
                .containsExactly("$feature/price", "Price Net");
        assertThat(tessera.names(PROPERTIES, "is_feature_flag", "true")).containsExactly("$feature/price");
        assertThat(tessera.names(PROPERTIES, "is_feature_flag", "false")).containsExactly("$lib", "price", "Price Net");
        Reply page = tessera.get(PROPERTIES, "limit", "2", "offset", "1");
        assertThat(page.at("count").intValue()).isEqualTo(4);
        assertThat(page.at("results/0/name").stringValue()).isEqualTo("$lib");
        assertThat(page.at("previous").stringValue()).contains("limit=2");
    }

    @Test
    void neverOffersTheTimeForSums() {
        tessera.capture("signup", "{'price': 1, 'timestamp': 1}");
        assertThat(type("timestamp")).isEqualTo("Numeric");
        assertThat(tessera.names(PROPERTIES, "is_numerical", "true")).containsExactly("price");
    }

    @Test
    void refusesParametersThatAreWrong() {
        assertRefused("type", "type", "cohort");
        assertRefused("group_type_index", "type", "group");
        assertRefused("group_type_index", "type", "group", "group_type_index", "5");
        assertRefused("event_names", "event_names", "signup");
        assertRefused("excluded_properties", "excluded_properties", "[1]");
        assertRefused("event_names", "event_names", "['\\ud800']");
        assertRefused("properties", "properties", "a\0");
        assertRefused("search", "search", "a\0");
        assertRefused("is_numerical", "is_numerical", "perhaps");
        assertRefused("search", "search", "s".repeat(201));
        assertRefused("properties", "properties", "a,".repeat(1_001));
    }

    /** What the conformance runner does before each case. */
    @Test
    void changesTheTypeThatASearchFound() {
        tessera.capture("signup", "{'page': 1, 'page_view': 2}");
        JsonNode found = tessera.definition(PROPERTIES, "page", "search", "page", "type", "event");
        Reply changed = tessera.patch(PROPERTIES, found, "{'property_type': 'String'}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("property_type").stringValue()).isEqualTo("String");
        assertThat(changed.at("is_numerical").booleanValue()).isFalse();
        tessera.capture("signup", "{'page': 3}");
        assertThat(type("page")).isEqualTo("String");
        assertThat(type("page_view")).isEqualTo("Numeric");
        assertThat(tessera.patch(PROPERTIES, found, "{'property_type': 'Duration'}")
                        .status())
                .isEqualTo(200);
        assertThat(type("page")).isEqualTo("Duration");
    }

    @Test
    void detectsATypeThatWasTakenAway() {
        tessera.capture("signup", "{'page': 1}");
        JsonNode found = tessera.definition(PROPERTIES, "page");
        for (String none : new String[] {"null", "''"}) {
            Reply cleared = tessera.patch(PROPERTIES, found, "{'property_type': " + none + "}");
            assertThat(cleared.at("property_type").isNull()).isTrue();
            tessera.capture("signup", "{'page': 'a text'}");
            assertThat(type("page")).isEqualTo("String");
        }
    }

    @Test
    void keepsWhatPeopleNoteAndNothingElse() {
        tessera.capture("signup", "{'page': 1}");
        JsonNode found = tessera.definition(PROPERTIES, "page");
        Reply noted = tessera.patch(
                PROPERTIES,
                found,
                "{'description': 'Where', 'tags': ['web'], 'verified': true, 'name': 'x', 'is_numerical': false}");
        assertThat(noted.at("description").stringValue()).isEqualTo("Where");
        assertThat(noted.at("verified_by/email").stringValue()).isEqualTo("ada@example.com");
        assertThat(noted.at("is_numerical").booleanValue()).isTrue();
        assertThat(tessera.definition(PROPERTIES, "page", "tags", "['web']", "verified", "true"))
                .isEqualTo(noted.json());
        assertThat(tessera.patch(PROPERTIES, found, "{'hidden': true}").status())
                .isEqualTo(400);
        assertThat(tessera.patch(PROPERTIES, found, "{'hidden': true, 'verified': false}")
                        .status())
                .isEqualTo(200);
        assertThat(tessera.names(PROPERTIES, "hidden", "false")).isEmpty();
        Reply wrong = tessera.patch(PROPERTIES, found, "{'property_type': 'Text'}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.at("code").stringValue()).isEqualTo("invalid_choice");
        assertThat(wrong.at("attr").stringValue()).isEqualTo("property_type");
    }

    @Test
    void findsNothingThatIsNotThere() {
        assertThat(tessera.get(PROPERTIES + "1/").status()).isEqualTo(404);
        assertThat(tessera.server()
                        .patch(PROPERTIES + "00000000-0000-0000-0000-000000000000/", "{}")
                        .status())
                .isEqualTo(404);
    }

    private String type(String name) {
        return tessera.definition(PROPERTIES, name).path("property_type").asString("null");
    }

    private JsonNode seen(String name, String... parameters) {
        return tessera.definition(PROPERTIES, name, parameters).path("is_seen_on_filtered_events");
    }

    private void assertRefused(String attr, String... parameters) {
        Reply reply = tessera.get(PROPERTIES, parameters);
        assertThat(reply.status()).as(attr).isEqualTo(400);
        assertThat(reply.at("attr").stringValue()).isEqualTo(attr);
        assertThat(reply.at("detail").stringValue()).endsWith(".");
    }
}
