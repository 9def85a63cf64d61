package dev.tessera.server.config;

/**
 * What callers may do.
 *
 * @param rateLimits whether they may only ask so often
 */
public record AccessSettings(boolean rateLimits) {
    public static AccessSettings of(Settings settings) {
        return new AccessSettings(
                settings.oneOf(Setting.TESSERA_RATE_LIMITS, "on", "off").equals("on"));
    }
}
