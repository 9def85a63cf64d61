package dev.tessera.server.config;

import dev.tessera.app.access.Secrets;
import dev.tessera.app.access.SetupRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The first user and project, made when there is nobody yet. */
public final class SetupSettings {
    private static final int MAX_TOKEN = 64;
    private static final int MIN_PASSWORD = 8;
    private static final int MAX_PASSWORD = 128;
    private static final int MAX_NAME = 64;

    /** What says nothing without an e-mail address. */
    private static final Set<Setting> OTHERS = EnumSet.of(
            Setting.TESSERA_SETUP_PASSWORD,
            Setting.TESSERA_SETUP_ORGANIZATION,
            Setting.TESSERA_SETUP_PROJECT,
            Setting.TESSERA_SETUP_PROJECT_TOKEN,
            Setting.TESSERA_SETUP_PERSONAL_API_KEY);

    private SetupSettings() {}

    /**
     * What is to be made; empty when nothing is set.
     *
     * @throws ConfigException when only some of it is set, or a value cannot be used
     */
    public static Optional<SetupRequest> of(Settings settings) {
        String email = settings.text(Setting.TESSERA_SETUP_EMAIL);
        if (email.isEmpty()) {
            refuseOthers(settings);
            return Optional.empty();
        }
        if (!email.matches("[^@\\s]+@[^@\\s]+")) {
            throw new ConfigException("TESSERA_SETUP_EMAIL must be an e-mail address, not \"" + email + "\".");
        }
        return Optional.of(new SetupRequest(
                email,
                password(settings),
                name(settings, Setting.TESSERA_SETUP_ORGANIZATION, "My organization"),
                name(settings, Setting.TESSERA_SETUP_PROJECT, "Default project"),
                secret(settings, Setting.TESSERA_SETUP_PROJECT_TOKEN, Secrets.PROJECT_PREFIX),
                secret(settings, Setting.TESSERA_SETUP_PERSONAL_API_KEY, Secrets.PERSONAL_PREFIX)));
    }

    private static void refuseOthers(Settings settings) {
        for (Setting other : OTHERS) {
            if (!settings.text(other).isEmpty()) {
                throw new ConfigException(other + " is set but TESSERA_SETUP_EMAIL is not: set both or neither.");
            }
        }
    }

    private static String password(Settings settings) {
        String password = settings.text(Setting.TESSERA_SETUP_PASSWORD);
        if (password.length() < MIN_PASSWORD || password.length() > MAX_PASSWORD) {
            throw new ConfigException("TESSERA_SETUP_PASSWORD must have " + MIN_PASSWORD + " to " + MAX_PASSWORD
                    + " characters when TESSERA_SETUP_EMAIL is set.");
        }
        return password;
    }

    private static String name(Settings settings, Setting setting, String otherwise) {
        String name = settings.text(setting);
        if (name.length() > MAX_NAME) {
            throw new ConfigException(setting + " must have at most " + MAX_NAME + " characters.");
        }
        return name.isEmpty() ? otherwise : name;
    }

    private static Optional<String> secret(Settings settings, Setting setting, String prefix) {
        String value = settings.text(setting);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.matches(prefix + "[A-Za-z0-9_-]+") || value.length() > MAX_TOKEN) {
            throw new ConfigException(setting + " must be " + prefix + " and letters, digits, _ or -, at most "
                    + MAX_TOKEN + " characters in all.");
        }
        return Optional.of(value);
    }
}
