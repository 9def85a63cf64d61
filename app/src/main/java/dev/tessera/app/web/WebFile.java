package dev.tessera.app.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A file of the web application.
 *
 * @param path from the application's root, without a slash in front
 * @param digest of its content
 * @param encodings in which it is there as well
 */
record WebFile(String path, String digest, Set<Encoding> encodings) {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "png", "image/png",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8",
            "woff2", "font/woff2");

    WebFile {
        encodings = Set.copyOf(encodings);
    }

    String contentType() {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }

    boolean isPage() {
        return path.endsWith(".html");
    }

    /** Whether its name has a hash of its content, so that it never changes. */
    boolean isHashed() {
        return path.startsWith("assets/");
    }
}
