package dev.tessera.server.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;

/** The settings of a demo: those of everybody, but for its folder, its address, its key and its first user, which are its own. */
public final class DemoSettings {
    /** Its only user. */
    public static final String EMAIL = "demo@marginalia.example";

    public static final String PASSWORD = "marginalia";
    public static final String PROJECT_TOKEN = "phc_demo";
    public static final String PERSONAL_API_KEY = "phx_demo";
    private static final String PRODUCT = "Marginalia";

    private static final List<Setting> SETUP = List.of(
            Setting.TESSERA_SETUP_EMAIL,
            Setting.TESSERA_SETUP_PASSWORD,
            Setting.TESSERA_SETUP_ORGANIZATION,
            Setting.TESSERA_SETUP_PROJECT,
            Setting.TESSERA_SETUP_PROJECT_TOKEN,
            Setting.TESSERA_SETUP_PERSONAL_API_KEY);

    private DemoSettings() {}

    /**
     * What a demo makes of {@code settings}.
     *
     * @throws ConfigException when they want what a demo must not do: be reached from other machines, for everybody knows
     *     its key, or use a database or a user that is there for something else
     */
    public static Settings of(Settings settings) {
        for (Setting setup : SETUP) {
            if (settings.isSet(setup)) {
                throw new ConfigException(setup + " is set, but the demo makes its own user and project. Unset it.");
            }
        }
        if (settings.isSet(Setting.TESSERA_DATABASE_URL)) {
            throw new ConfigException(
                    "TESSERA_DATABASE_URL is set, but the demo keeps all it has in a folder of its own."
                            + " Unset it.");
        }
        return settings.with(Setting.TESSERA_HOST, host(settings))
                .with(Setting.TESSERA_DATA_DIR, folder(settings).toString())
                .with(Setting.TESSERA_SITE_URL, "")
                .with(Setting.TESSERA_SECRET_KEY, "")
                .with(Setting.TESSERA_SETUP_EMAIL, EMAIL)
                .with(Setting.TESSERA_SETUP_PASSWORD, PASSWORD)
                .with(Setting.TESSERA_SETUP_ORGANIZATION, PRODUCT)
                .with(Setting.TESSERA_SETUP_PROJECT, PRODUCT)
                .with(Setting.TESSERA_SETUP_PROJECT_TOKEN, PROJECT_TOKEN)
                .with(Setting.TESSERA_SETUP_PERSONAL_API_KEY, PERSONAL_API_KEY);
    }

    private static String host(Settings settings) {
        if (!settings.isSet(Setting.TESSERA_HOST)) {
            return "127.0.0.1";
        }
        String host = settings.text(Setting.TESSERA_HOST);
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return host;
            }
        } catch (UnknownHostException e) {
            // Answered below.
        }
        throw new ConfigException("The demo lets in everybody who reaches it, so it listens on this machine only:"
                + " TESSERA_HOST must be 127.0.0.1, ::1 or localhost, or not be set, not \"" + host + "\".");
    }

    /** Beside whatever else is in the data folder, and never mixed with it. */
    private static Path folder(Settings settings) {
        return StorageSettings.of(settings).dataDir().resolve("demo");
    }
}
