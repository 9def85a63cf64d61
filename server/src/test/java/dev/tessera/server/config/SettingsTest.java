package dev.tessera.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.app.capture.ClientAddresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Set<Setting> SECRETS = EnumSet.of(
            Setting.TESSERA_SECRET_KEY, Setting.TESSERA_SETUP_PASSWORD, Setting.TESSERA_SETUP_PERSONAL_API_KEY);

    @TempDir
    private Path dir;

    @Test
    void defaultsServeOnPort8000WithEmbeddedStores() {
        Settings settings = Settings.read(Map.of(), dir.resolve("absent"));
        assertThat(HttpSettings.of(settings)).isEqualTo(new HttpSettings("0.0.0.0", 8000, ""));
        assertThat(StorageSettings.of(settings))
                .isEqualTo(new StorageSettings(Path.of("data").toAbsolutePath(), "", 100, 2));
        assertThat(AccessSettings.of(settings)).isEqualTo(new AccessSettings(false));
        assertThat(CaptureSettings.of(settings))
                .isEqualTo(new CaptureSettings(OptionalInt.empty(), ClientAddresses.AS_SENT));
        assertThat(SignInSettings.of(settings)).isEqualTo(new SignInSettings("", false));
    }

    @Test
    void everyValueCanBeSet() {
        Settings settings = Settings.read(
                        Map.of(
                                "TESSERA_HOST", "127.0.0.1",
                                "TESSERA_PORT", "0",
                                "TESSERA_SITE_URL", "https://stats.example.com/",
                                "TESSERA_DATA_DIR", "/var/lib/tessera",
                                "TESSERA_DATABASE_URL", "jdbc:postgresql://db/tessera",
                                "TESSERA_EVENTS_MEMORY_MB", "512",
                                "TESSERA_EVENTS_THREADS", "8",
                                "TESSERA_SECRET_KEY", "0123456789abcdef0123456789abcdef",
                                "TESSERA_SIGN_UP", "open",
                                "TESSERA_RATE_LIMITS", "on"),
                        dir.resolve("absent"))
                .with(Setting.TESSERA_EVENT_QUOTA, "1000000")
                .with(Setting.TESSERA_CLIENT_ADDRESSES, "forwarded");
        assertThat(HttpSettings.of(settings)).isEqualTo(new HttpSettings("127.0.0.1", 0, "https://stats.example.com"));
        assertThat(StorageSettings.of(settings))
                .isEqualTo(new StorageSettings(Path.of("/var/lib/tessera"), "jdbc:postgresql://db/tessera", 512, 8));
        assertThat(AccessSettings.of(settings)).isEqualTo(new AccessSettings(true));
        assertThat(CaptureSettings.of(settings))
                .isEqualTo(new CaptureSettings(OptionalInt.of(1_000_000), ClientAddresses.FORWARDED));
        assertThat(SignInSettings.of(settings))
                .isEqualTo(new SignInSettings("0123456789abcdef0123456789abcdef", true))
                .hasToString("SignInSettings[openSignUp=true]");
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        Path file = Files.writeString(dir.resolve("tessera.properties"), "TESSERA_PORT=9000\nTESSERA_HOST=::1\n");
        Settings settings = Settings.read(Map.of("TESSERA_PORT", "9001", "HOME", "/root"), file);
        assertThat(settings.text(Setting.TESSERA_PORT)).isEqualTo("9001");
        assertThat(settings.text(Setting.TESSERA_HOST)).isEqualTo("::1");
    }

    @Test
    void anUnknownNameIsRefusedWhereverItStands() throws IOException {
        assertThatThrownBy(() -> Settings.read(Map.of("TESSERA_PROT", "1"), dir.resolve("absent")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("TESSERA_PROT")
                .hasMessageContaining("the environment");
        Path file = Files.writeString(dir.resolve("tessera.properties"), "PORT=9000\n");
        assertThatThrownBy(() -> Settings.read(Map.of(), file)).hasMessageContaining("There is no setting PORT");
    }

    @Test
    void aBadValueIsRefusedWithItsName() {
        Settings settings = Settings.read(
                Map.of(
                        "TESSERA_PORT", "70000",
                        "TESSERA_SITE_URL", "stats",
                        "TESSERA_DATABASE_URL", "mysql://",
                        "TESSERA_RATE_LIMITS", "yes",
                        "TESSERA_SECRET_KEY", "short",
                        "TESSERA_LOG_FORMAT", "xml"),
                dir.resolve("absent"));
        assertThatThrownBy(() -> settings.number(Setting.TESSERA_PORT, 0, 65_535))
                .hasMessage("TESSERA_PORT must be a whole number from 0 to 65535, not \"70000\".");
        assertThatThrownBy(() -> StorageSettings.of(settings)).hasMessageContaining("TESSERA_DATABASE_URL");
        assertThatThrownBy(() -> CaptureSettings.of(settings.with(Setting.TESSERA_EVENT_QUOTA, "0")))
                .hasMessage("TESSERA_EVENT_QUOTA must be a whole number from 1 to 2147483647, not \"0\".");
        assertThatThrownBy(() -> CaptureSettings.of(settings.with(Setting.TESSERA_CLIENT_ADDRESSES, "all")))
                .hasMessage(
                        "TESSERA_CLIENT_ADDRESSES must be as-sent or connection or forwarded or removed, not \"all\".");
        assertThatThrownBy(() -> AccessSettings.of(settings))
                .hasMessage("TESSERA_RATE_LIMITS must be on or off, not \"yes\".");
        assertThatThrownBy(() -> SignInSettings.of(settings))
                .hasMessageContaining("TESSERA_SECRET_KEY must have at least 32 characters");
        assertThatThrownBy(() -> SignInSettings.of(
                        settings.with(Setting.TESSERA_SECRET_KEY, "").with(Setting.TESSERA_SIGN_UP, "closed")))
                .hasMessage("TESSERA_SIGN_UP must be first or open, not \"closed\".");
        assertThatThrownBy(() -> settings.oneOf(Setting.TESSERA_LOG_FORMAT, "text", "json"))
                .hasMessageContaining("text or json");
        assertThatThrownBy(() -> HttpSettings.of(settings.with(Setting.TESSERA_PORT, "1")))
                .hasMessageContaining("TESSERA_SITE_URL");
    }

    @Test
    void secretsAreMaskedWhenShown() {
        Settings settings =
                Settings.read(Map.of("TESSERA_SETUP_PERSONAL_API_KEY", "phx_secret"), dir.resolve("absent"));
        assertThat(settings.lines())
                .contains("TESSERA_SETUP_PERSONAL_API_KEY=********", "TESSERA_SECRET_KEY=", "TESSERA_PORT=8000")
                .noneMatch(line -> line.contains("phx_secret"));
    }

    @Test
    void everySettingWithASecretIsMasked() {
        for (Setting setting : Setting.values()) {
            Settings settings = Settings.read(Map.of(), dir.resolve("absent")).with(setting, "hunter2");
            boolean shown = settings.lines().contains(setting + "=hunter2");
            assertThat(shown).as(setting.name()).isEqualTo(!SECRETS.contains(setting));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/tessera?user=u&password=hunter2, jdbc:postgresql://db/tessera?user=u&password=********",
        "jdbc:postgresql://db/tessera?PASSWORD=hunter2&user=u, jdbc:postgresql://db/tessera?PASSWORD=********&user=u",
        "jdbc:postgresql://db/t?sslpassword=hunter2, jdbc:postgresql://db/t?sslpassword=********",
        "jdbc:postgresql://u:hunter2@db:5432/t, jdbc:postgresql://********@db:5432/t",
        "jdbc:postgresql://db/tessera, jdbc:postgresql://db/tessera",
    })
    void theAddressOfTheDatabaseIsShownWithoutItsPassword(String url, String shown) {
        Settings settings = Settings.read(Map.of("TESSERA_DATABASE_URL", url), dir.resolve("absent"));
        assertThat(settings.lines()).contains("TESSERA_DATABASE_URL=" + shown);
    }
}
