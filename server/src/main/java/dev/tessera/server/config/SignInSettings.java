package dev.tessera.server.config;

/**
 * Who can sign up and in.
 *
 * @param secretKey signs the tokens of sessions; empty for one of the installation's own
 * @param openSignUp whether others than the first user may sign up
 */
public record SignInSettings(String secretKey, boolean openSignUp) {
    /** The fewest characters of a secret key. */
    public static final int MIN_SECRET_KEY = 32;

    public static SignInSettings of(Settings settings) {
        String key = settings.text(Setting.TESSERA_SECRET_KEY);
        if (!key.isEmpty() && key.length() < MIN_SECRET_KEY) {
            throw new ConfigException("TESSERA_SECRET_KEY must have at least " + MIN_SECRET_KEY
                    + " characters, such as those of openssl rand -hex 32.");
        }
        return new SignInSettings(
                key, settings.oneOf(Setting.TESSERA_SIGN_UP, "first", "open").equals("open"));
    }

    /** Hides the key. */
    @Override
    public String toString() {
        return "SignInSettings[openSignUp=" + openSignUp + "]";
    }
}
