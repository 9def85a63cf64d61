package dev.tessera.server.definitions;

import static dev.tessera.server.definitions.DefinitionsServer.VALUES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.server.Browser;
import dev.tessera.server.Reply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** spec/persons-events-definitions-api.md 3.3, through HTTP. */
class PropertyValuesHttpTest {
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
    void behaviour21aKeyHasToNameTheEvent() {
        tessera.capture("signup", "2026-03-10T10:00:00Z", "{'plan': 'pro'}");
        tessera.capture("signup", "2026-03-10T11:00:00Z", "{'plan': 'free'}");
        tessera.capture("signup", "2026-03-10T11:30:00Z", "{'plan': 'pro'}");
        tessera.capture("login", "2026-03-10T11:40:00Z", "{'plan': 'other'}");
        Reply refused = tessera.get(VALUES, "key", "plan");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("attr").stringValue()).isEqualTo("event_name");
        Reply values = tessera.get(VALUES, "key", "plan", "event_name", "signup");
        assertThat(values.json()).isEqualTo(DefinitionsServer.json("[{'name': 'pro'}, {'name': 'free'}]"));
        assertThat(values("key", "plan", "event_name", "signup", "event_name", "login"))
                .containsExactly("other", "pro", "free");
    }

    @Test
    void offersValuesOfAllEventsToPeople() {
        tessera.capture("signup", "2026-03-10T10:00:00Z", "{'plan': 'pro'}");
        tessera.capture("login", "2026-03-10T11:40:00Z", "{'plan': 'other'}");
        assertThat(Browser.signedIn(tessera.server()).get(VALUES + "?key=plan").json())
                .isEqualTo(DefinitionsServer.json("[{'name': 'other'}, {'name': 'pro'}]"));
    }

    @Test
    void needsToKnowTheProperty() {
        Reply refused = tessera.get(VALUES, "event_name", "signup");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("attr").stringValue()).isEqualTo("key");
    }

    @Test
    void offersValuesOfTheLastSevenDaysThatSaySomething() {
        tessera.capture("signup", "2026-03-03T11:59:00Z", "{'plan': 'old'}");
        tessera.capture("signup", "2026-03-03T12:01:00Z", "{'plan': 'recent'}");
        tessera.capture("signup", "2026-03-10T11:00:00Z", "{'plan': 7}");
        tessera.capture("signup", "2026-03-10T11:10:00Z", "{'plan': ''}");
        tessera.capture("signup", "2026-03-10T11:20:00Z", "{'plan': null}");
        tessera.capture("signup", "2026-03-10T11:30:00Z", "{'plan': '" + "long".repeat(101) + "'}");
        assertThat(values("key", "plan", "event_name", "signup")).containsExactly("7", "recent");
    }

    @Test
    void offersValuesThatContainAPart() {
        tessera.capture("signup", "{'plan': 'Team Plus'}");
        tessera.capture("signup", "{'plan': 'free'}");
        assertThat(values("key", "plan", "event_name", "signup", "value", "PLUS"))
                .containsExactly("Team Plus");
        assertThat(values("key", "plan", "event_name", "signup", "value", "none"))
                .isEmpty();
    }

    @Test
    void looksOnlyAtEventsWithOtherProperties() {
        tessera.capture("signup", "2026-03-10T10:00:00Z", "{'plan': 'pro', 'country': 'FR', 'seats': 5}");
        tessera.capture("signup", "2026-03-10T10:01:00Z", "{'plan': 'free', 'country': 'DE', 'seats': 1}");
        tessera.capture("signup", "2026-03-10T10:02:00Z", "{'plan': 'team', 'country': 'IT', 'seats': 1}");
        assertThat(values("key", "plan", "event_name", "signup", "properties_country", "FR"))
                .containsExactly("pro");
        assertThat(values("key", "plan", "event_name", "signup", "properties_country", "['FR', 'DE']"))
                .containsExactly("free", "pro");
        assertThat(values("key", "plan", "event_name", "signup", "properties_seats", "1", "properties_country", "'DE'"))
                .containsExactly("free");
    }

    @Test
    void takesANumberInARequestForTheTextAndForTheNumber() {
        tessera.capture("signup", "{'plan': 'number', 'version': 1.10}");
        tessera.capture("signup", "{'plan': 'text', 'version': '1.10'}");
        tessera.capture("signup", "{'plan': 'other', 'version': '1.100'}");
        assertThat(values("key", "plan", "event_name", "signup", "properties_version", "1.10"))
                .containsExactlyInAnyOrder("number", "text");
    }

    @Test
    void offersNamesOfEvents() {
        tessera.capture("$pageview", "{}");
        tessera.capture("signup", "{}");
        tessera.clock().set("2026-03-10T12:30:00Z");
        tessera.capture("Sign In", "{}");
        assertThat(values("key", "custom_event", "event_name", "any")).containsExactly("Sign In", "signup");
        assertThat(values("key", "custom_event", "event_name", "any", "value", "N I"))
                .containsExactly("Sign In");
        assertThat(values("key", "event", "is_column", "true", "event_name", "$pageview"))
                .containsExactly("$pageview");
        assertThat(tessera.get(VALUES, "key", "distinct_id", "is_column", "true", "event_name", "a")
                        .at("code")
                        .stringValue())
                .isEqualTo("not_supported");
    }

    @Test
    void refusesTextsThatNoStoreCanLookFor() {
        assertThat(tessera.get(VALUES, "key", "a\0", "event_name", "a").status())
                .isEqualTo(400);
        assertThat(tessera.get(VALUES, "key", "a", "event_name", "a\0").status())
                .isEqualTo(400);
        assertThat(tessera.get(VALUES, "key", "a", "event_name", "a", "value", "\0")
                        .status())
                .isEqualTo(400);
        assertThat(tessera.get(VALUES, "key", "a", "event_name", "a", "properties_x", "['\\ud800']")
                        .status())
                .isEqualTo(400);
        assertThat(tessera.get(VALUES, "key", "a", "event_name", "a", "properties_\0", "x")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesParametersThatAreTooLong() {
        assertThat(tessera.get(VALUES, "key", "k".repeat(401), "event_name", "a")
                        .status())
                .isEqualTo(400);
        assertThat(tessera.get(VALUES, "key", "plan", "event_name", "a", "properties_x", "[]")
                        .at("attr")
                        .stringValue())
                .isEqualTo("properties_x");
        String many = "[" + "1,".repeat(100) + "1]";
        assertThat(tessera.get(VALUES, "key", "plan", "event_name", "a", "properties_x", many)
                        .status())
                .isEqualTo(400);
    }

    private List<String> values(String... parameters) {
        Reply reply = tessera.get(VALUES, parameters);
        assertThat(reply.status()).isEqualTo(200);
        return reply.json()
                .valueStream()
                .map(it -> it.path("name").stringValue())
                .toList();
    }
}
