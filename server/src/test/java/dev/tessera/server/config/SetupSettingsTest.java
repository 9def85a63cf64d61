package dev.tessera.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.app.access.SetupRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetupSettingsTest {
    private static final Map<String, String> LEAST =
            Map.of("TESSERA_SETUP_EMAIL", "ada@example.com", "TESSERA_SETUP_PASSWORD", "12345678");

    @Test
    void nothingIsMadeByDefaultAndTheRestHasDefaults() {
        assertThat(SetupSettings.of(settings(Map.of()))).isEmpty();
        assertThat(SetupSettings.of(settings(LEAST)))
                .contains(new SetupRequest(
                        "ada@example.com",
                        "12345678",
                        "My organization",
                        "Default project",
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void everyValueCanBeSet() {
        assertThat(SetupSettings.of(settings(Map.of(
                        "TESSERA_SETUP_EMAIL", " ada@example.com ",
                        "TESSERA_SETUP_PASSWORD", "correct horse",
                        "TESSERA_SETUP_ORGANIZATION", "Acme",
                        "TESSERA_SETUP_PROJECT", "Shop",
                        "TESSERA_SETUP_PROJECT_TOKEN", "phc_shop-1_A",
                        "TESSERA_SETUP_PERSONAL_API_KEY", "phx_ada"))))
                .contains(new SetupRequest(
                        "ada@example.com",
                        "correct horse",
                        "Acme",
                        "Shop",
                        Optional.of("phc_shop-1_A"),
                        Optional.of("phx_ada")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMAIL|ada|must be an e-mail address, not \"ada\".",
                "EMAIL|ada@b c|must be an e-mail address, not \"ada@b c\".",
                "PASSWORD|1234567|must have 8 to 128 characters when TESSERA_SETUP_EMAIL is set.",
                "PROJECT_TOKEN|shop|must be phc_ and letters, digits, _ or -, at most 64 characters in all.",
                "PROJECT_TOKEN|phc_a b|must be phc_ and letters, digits, _ or -, at most 64 characters in all.",
                "PERSONAL_API_KEY|phc_ada|must be phx_ and letters, digits, _ or -, at most 64 characters in all.",
            })
    void aBadValueIsRefusedWithItsName(String name, String value, String sentence) {
        refuses("TESSERA_SETUP_" + name, value, "TESSERA_SETUP_" + name + " " + sentence);
    }

    @Test
    void aValueThatIsTooLongIsRefusedWithItsName() {
        refuses(
                "TESSERA_SETUP_PASSWORD",
                "x".repeat(129),
                "TESSERA_SETUP_PASSWORD must have 8 to 128 characters when TESSERA_SETUP_EMAIL is set.");
        refuses(
                "TESSERA_SETUP_ORGANIZATION",
                "x".repeat(65),
                "TESSERA_SETUP_ORGANIZATION must have at most 64 characters.");
        refuses("TESSERA_SETUP_PROJECT", "x".repeat(65), "TESSERA_SETUP_PROJECT must have at most 64 characters.");
        refuses(
                "TESSERA_SETUP_PROJECT_TOKEN",
                "phc_" + "x".repeat(61),
                "TESSERA_SETUP_PROJECT_TOKEN must be phc_ and letters, digits, _ or -, at most 64 characters in all.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASSWORD", "ORGANIZATION", "PROJECT", "PROJECT_TOKEN", "PERSONAL_API_KEY"})
    void aValueWithoutAnEmailAddressIsRefused(String name) {
        String setting = "TESSERA_SETUP_" + name;
        assertThatThrownBy(() -> SetupSettings.of(settings(Map.of(setting, "phx_something"))))
                .isInstanceOf(ConfigException.class)
                .hasMessage(setting + " is set but TESSERA_SETUP_EMAIL is not: set both or neither.");
    }

    @Test
    void theRequestShowsNoSecret() {
        Map<String, String> all = new HashMap<>(LEAST);
        all.put("TESSERA_SETUP_PASSWORD", "correct horse");
        all.put("TESSERA_SETUP_PROJECT_TOKEN", "phc_shop");
        all.put("TESSERA_SETUP_PERSONAL_API_KEY", "phx_ada");
        assertThat(SetupSettings.of(settings(all)).orElseThrow().toString())
                .contains("ada@example.com")
                .doesNotContain("correct horse", "phx_ada");
    }

    private static void refuses(String setting, String value, String sentence) {
        Map<String, String> all = new HashMap<>(LEAST);
        all.put(setting, value);
        assertThatThrownBy(() -> SetupSettings.of(settings(all)))
                .isInstanceOf(ConfigException.class)
                .hasMessage(sentence);
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.read(environment, Path.of("absent.properties"));
    }
}
