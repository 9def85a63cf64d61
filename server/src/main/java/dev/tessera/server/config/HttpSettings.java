package dev.tessera.server.config;

import java.net.URI;

/**
 * Where the server listens.
 *
 * @param port 0 for any free port
 * @param siteUrl the public address without a slash at its end; empty for the one that each client uses
 */
public record HttpSettings(String host, int port, String siteUrl) {
    public static HttpSettings of(Settings settings) {
        return new HttpSettings(
                settings.text(Setting.TESSERA_HOST),
                settings.number(Setting.TESSERA_PORT, 0, 65_535),
                siteUrl(settings.text(Setting.TESSERA_SITE_URL)));
    }

    private static String siteUrl(String text) {
        if (text.isEmpty()) {
            return "";
        }
        if (!text.matches("https?://[^/?#\\s]+/?") || URI.create(text).getHost() == null) {
            throw new ConfigException(
                    "TESSERA_SITE_URL must look like https://stats.example.com, not \"" + text + "\".");
        }
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
