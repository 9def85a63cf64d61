package dev.tessera.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSettingsTest {
    @Test
    void listensOnThisMachineOnlyAndKeepsToAFolderOfItsOwn() {
        Settings demo = demo(Map.of(
                "TESSERA_DATA_DIR", "/srv/tessera",
                "TESSERA_PORT", "9000",
                "TESSERA_SITE_URL", "https://stats.example.com",
                "TESSERA_SECRET_KEY", "of-another-server-entirely-0123456789"));
        assertThat(demo.isSet(Setting.TESSERA_SECRET_KEY)).isFalse();
        assertThat(HttpSettings.of(demo)).isEqualTo(new HttpSettings("127.0.0.1", 9_000, ""));
        assertThat(StorageSettings.of(demo).dataDir()).isEqualTo(Path.of("/srv/tessera/demo"));
    }

    @Test
    void hasAUserAndAProjectOfItsOwn() {
        assertThat(SetupSettings.of(demo(Map.of()))).hasValueSatisfying(setup -> {
            assertThat(setup.email()).isEqualTo("demo@marginalia.example");
            assertThat(setup.token()).contains("phc_demo");
            assertThat(setup.personalApiKey()).contains("phx_demo");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
    void listensOnEveryNameOfThisMachine(String host) {
        assertThat(HttpSettings.of(demo(Map.of("TESSERA_HOST", host))).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no such host"})
    void refusesToBeReachedFromElsewhere(String host) {
        assertThatThrownBy(() -> demo(Map.of("TESSERA_HOST", host)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("TESSERA_HOST must be 127.0.0.1")
                .hasMessageContaining(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TESSERA_SETUP_EMAIL", "TESSERA_SETUP_PERSONAL_API_KEY", "TESSERA_SETUP_PROJECT_TOKEN"})
    void refusesAUserThatIsMeantForSomethingElse(String setting) {
        assertThatThrownBy(() -> demo(Map.of(setting, "x")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(setting)
                .hasMessageContaining("Unset it");
    }

    @Test
    void refusesADatabaseThatMayHoldSomethingElse() {
        assertThatThrownBy(() -> demo(Map.of("TESSERA_DATABASE_URL", "jdbc:postgresql://db/tessera")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("TESSERA_DATABASE_URL");
    }

    @Test
    void takesAnEmptyValueForNoValue() {
        assertThat(HttpSettings.of(demo(Map.of("TESSERA_HOST", "", "TESSERA_SETUP_EMAIL", "")))
                        .host())
                .isEqualTo("127.0.0.1");
    }

    private static Settings demo(Map<String, String> environment) {
        return DemoSettings.of(Settings.read(environment, Path.of("no such file")));
    }
}
