package dev.tessera.server.definitions;

import static dev.tessera.server.definitions.DefinitionsServer.EVENTS;
import static dev.tessera.server.definitions.DefinitionsServer.NOW;
import static dev.tessera.server.definitions.DefinitionsServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** spec/persons-events-definitions-api.md 5 and 11, through HTTP. */
class EventDefinitionsHttpTest {
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
    void behaviour26anEventIsDefinedByItsFirstOne() {
        tessera.capture("signup", "{'price': 5}");
        JsonNode definition = tessera.definition(EVENTS, "signup");
        String id = definition.path("id").stringValue();
        assertThat(definition)
                .isEqualTo(json("{'id': '" + id + "', 'name': 'signup', 'created_at': '" + NOW + "', 'last_seen_at': '"
                        + NOW + "', 'last_updated_at': '" + NOW + "', 'owner': null, 'description': null, 'tags': [],"
                        + " 'updated_at': null, 'updated_by': null, 'verified': false, 'verified_at': null,"
                        + " 'verified_by': null, 'hidden': false, 'enforcement_mode': 'allow',"
                        + " 'primary_property': null, 'default_columns': [], 'media_preview_urls': [],"
                        + " 'is_action': false, 'action_id': null, 'is_calculating': false,"
                        + " 'last_calculated_at': null, 'created_by': null, 'post_to_slack': false}"));
        assertThat(tessera.get(EVENTS + id + "/").json()).isEqualTo(definition);
    }

    @Test
    void listsEveryEventThatWasAcknowledged() {
        for (int sent = 1; sent <= 30; sent++) {
            tessera.capture("event " + sent, "{'number': 1}");
            assertThat(tessera.get(EVENTS).at("count").intValue()).isEqualTo(sent);
        }
    }

    @Test
    void remembersThemAfterARestart(@TempDir Path data) {
        try (DefinitionsServer first = new DefinitionsServer(data)) {
            first.capture("signup", "{}");
        }
        try (DefinitionsServer second = new DefinitionsServer(data)) {
            second.capture("login", "{}");
            assertThat(second.names(EVENTS)).containsExactly("login", "signup");
        }
    }

    @Test
    void behaviour27tellsTheEventsOfSdksFromOthers() {
        tessera.capture("signup", "{}");
        tessera.capture("$pageview", "{}");
        assertThat(tessera.names(EVENTS, "event_type", "event_custom")).containsExactly("signup");
        assertThat(tessera.names(EVENTS, "event_type", "event_posthog")).containsExactly("$pageview");
        assertThat(tessera.names(EVENTS, "event_type", "event")).containsExactly("$pageview", "signup");
        assertThat(tessera.get(EVENTS, "event_type", "other").at("attr").stringValue())
                .isEqualTo("event_type");
    }

    @Test
    void behaviour28anEventCanBeDefinedOnceBeforeThereIsOne() {
        tessera.capture("signup", "{}");
        Reply twice = tessera.post(EVENTS, "{'name': 'signup'}");
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.at("attr").stringValue()).isEqualTo("name");
        Reply made = tessera.post(EVENTS, "{'name': 'purchase', 'description': 'Paid', 'primary_property': 'plan'}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("created_at").isNull()).isTrue();
        assertThat(made.at("last_seen_at").isNull()).isTrue();
        assertThat(made.at("description").stringValue()).isEqualTo("Paid");
        assertThat(made.at("primary_property").stringValue()).isEqualTo("plan");
        tessera.capture("purchase", "{}");
        JsonNode seen = tessera.definition(EVENTS, "purchase");
        assertThat(seen.path("id")).isEqualTo(made.at("id"));
        assertThat(seen.path("created_at").stringValue()).isEqualTo(NOW);
        assertThat(seen.path("last_seen_at").stringValue()).isEqualTo(NOW);
        assertThat(seen.path("description").stringValue()).isEqualTo("Paid");
    }

    @Test
    void refusesADefinitionWithoutAName() {
        assertThat(tessera.post(EVENTS, "{}").at("code").stringValue()).isEqualTo("required");
        assertThat(tessera.post(EVENTS, "{'name': ' '}").at("code").stringValue())
                .isEqualTo("blank");
        assertThat(tessera.post(EVENTS, "{'name': '" + "n".repeat(401) + "'}")
                        .at("code")
                        .stringValue())
                .isEqualTo("max_length");
    }

    @Test
    void tellsWithinAnHourWhenAnEventWasLastSeen() {
        tessera.capture("signup", "{}");
        tessera.clock().set("2026-03-10T12:30:00Z");
        tessera.capture("signup", "{}");
        assertThat(tessera.definition(EVENTS, "signup").path("last_seen_at").stringValue())
                .isEqualTo(NOW);
        tessera.clock().set("2026-03-10T13:00:00Z");
        tessera.capture("signup", "{}");
        JsonNode definition = tessera.definition(EVENTS, "signup");
        assertThat(definition.path("last_seen_at").stringValue()).isEqualTo("2026-03-10T13:00:00Z");
        assertThat(definition.path("created_at").stringValue()).isEqualTo(NOW);
    }

    @Test
    void searchesSortsAndGivesPages() {
        tessera.capture("Sign Up", "{}");
        tessera.clock().set("2026-03-11T12:00:00Z");
        tessera.capture("sign in", "{}");
        tessera.capture("alpha", "{}");
        assertThat(tessera.names(EVENTS)).containsExactly("alpha", "sign in", "Sign Up");
        assertThat(tessera.names(EVENTS, "search", "UP sign")).containsExactly("Sign Up");
        assertThat(tessera.names(EVENTS, "ordering", "name")).containsExactly("alpha", "sign in", "Sign Up");
        assertThat(tessera.names(EVENTS, "ordering", "-name")).containsExactly("Sign Up", "sign in", "alpha");
        assertThat(tessera.names(EVENTS, "ordering", "created_at::date"))
                .containsExactly("Sign Up", "alpha", "sign in");
        assertThat(tessera.names(EVENTS, "ordering", "last_seen_at")).startsWith("Sign Up");
        assertThat(tessera.names(EVENTS, "ordering", "-created_at")).endsWith("Sign Up");
        assertThat(tessera.get(EVENTS, "ordering", "volume").status()).isEqualTo(400);
        Reply page = tessera.get(EVENTS, "limit", "2", "search", "sign");
        assertThat(page.at("count").intValue()).isEqualTo(2);
        assertThat(page.at("next").isNull()).isTrue();
        Reply first = tessera.get(EVENTS, "limit", "2", "ordering", "name");
        assertThat(first.at("next").stringValue()).contains("ordering=name").contains("offset=2");
        assertThat(tessera.names(EVENTS, "limit", "2", "offset", "2", "ordering", "name"))
                .containsExactly("Sign Up");
    }

    @Test
    void keepsWhatPeopleNote() {
        tessera.capture("signup", "{}");
        tessera.clock().set("2026-03-10T12:05:00Z");
        JsonNode definition = tessera.definition(EVENTS, "signup");
        Reply noted = tessera.patch(
                EVENTS,
                definition,
                "{'description': 'They are in', 'tags': ['Core'], 'verified': true, 'name': 'other',"
                        + " 'primary_property': 'plan'}");
        assertThat(noted.status()).isEqualTo(200);
        JsonNode stored = tessera.definition(EVENTS, "signup");
        assertThat(noted.json()).isEqualTo(stored);
        assertThat(stored.path("description").stringValue()).isEqualTo("They are in");
        assertThat(stored.path("tags")).isEqualTo(json("['core']"));
        assertThat(stored.path("verified").booleanValue()).isTrue();
        assertThat(stored.path("verified_at").stringValue()).isEqualTo("2026-03-10T12:05:00Z");
        assertThat(stored.path("verified_by").path("email").stringValue()).isEqualTo("ada@example.com");
        assertThat(stored.path("updated_at").stringValue()).isEqualTo("2026-03-10T12:05:00Z");
        assertThat(stored.path("updated_by").path("email").stringValue()).isEqualTo("ada@example.com");
        assertThat(stored.path("last_updated_at").stringValue()).isEqualTo("2026-03-10T12:05:00Z");
        assertThat(stored.path("primary_property").stringValue()).isEqualTo("plan");
        assertThat(tessera.names(EVENTS, "verified", "true", "tags", "['core']", "hidden", "false"))
                .containsExactly("signup");
        assertThat(tessera.names(EVENTS, "verified", "false")).isEmpty();
    }

    @Test
    void hidesNothingThatIsVerified() {
        tessera.capture("signup", "{}");
        JsonNode definition = tessera.definition(EVENTS, "signup");
        assertThat(tessera.patch(EVENTS, definition, "{'verified': true, 'hidden': true}")
                        .status())
                .isEqualTo(400);
        assertThat(tessera.patch(EVENTS, definition, "{'verified': true}").status())
                .isEqualTo(200);
        assertThat(tessera.patch(EVENTS, definition, "{'hidden': true}")
                        .at("attr")
                        .stringValue())
                .isEqualTo("hidden");
        Reply hidden = tessera.patch(EVENTS, definition, "{'verified': false, 'hidden': true}");
        assertThat(hidden.at("hidden").booleanValue()).isTrue();
        assertThat(hidden.at("verified_at").isNull()).isTrue();
        assertThat(hidden.at("verified_by").isNull()).isTrue();
    }

    @Test
    void refusesWhatItWouldHaveToIgnore() {
        tessera.capture("signup", "{}");
        JsonNode definition = tessera.definition(EVENTS, "signup");
        for (String field : new String[] {"owner", "default_columns", "media_preview_urls"}) {
            Reply reply = tessera.patch(EVENTS, definition, "{'" + field + "': ['a']}");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.at("attr").stringValue()).isEqualTo(field);
        }
        assertThat(tessera.patch(EVENTS, definition, "{'enforcement_mode': 'reject'}")
                        .at("code")
                        .stringValue())
                .isEqualTo("not_supported");
        assertThat(tessera.patch(EVENTS, definition, "{'enforcement_mode': 'allow', 'owner': null}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void definesAnEventAgainAfterItsDefinitionWasDeleted() {
        tessera.capture("signup", "{'price': 1}");
        String one = EVENTS + tessera.definition(EVENTS, "signup").path("id").stringValue() + "/";
        Reply deleted = tessera.server().delete(one);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(tessera.get(one).status()).isEqualTo(404);
        assertThat(tessera.server().delete(one).status()).isEqualTo(404);
        assertThat(tessera.names(EVENTS)).isEmpty();
        tessera.capture("signup", "{'price': 1}");
        assertThat(tessera.names(EVENTS)).containsExactly("signup");
        assertThat(tessera.definition(DefinitionsServer.PROPERTIES, "price", "event_names", "['signup']")
                        .path("is_seen_on_filtered_events")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void findsNothingThatIsNotThere() {
        assertThat(tessera.get(EVENTS + "1/").status()).isEqualTo(404);
        assertThat(tessera.get(EVENTS + "00000000-0000-0000-0000-000000000000/").status())
                .isEqualTo(404);
        assertThat(tessera.server().patch(EVENTS + "x/", "{}").status()).isEqualTo(404);
    }

    @Test
    void behaviour48tellsAProjectTokenNothing() {
        for (String path :
                new String[] {EVENTS, DefinitionsServer.PROPERTIES, DefinitionsServer.VALUES + "?key=a&event_name=b"}) {
            assertThat(tessera.server()
                            .send("GET", path, "", "Authorization", "Bearer " + RunningServer.TOKEN)
                            .status())
                    .as(path)
                    .isEqualTo(401);
        }
    }
}
