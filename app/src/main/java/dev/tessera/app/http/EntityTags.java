package dev.tessera.app.http;

import java.util.Arrays;

/** The tags by which clients tell which form of an answer they have. */
public final class EntityTags {
    private EntityTags() {}

    /** Whether {@code request} comes from a client that has the answer with {@code tag}; proxies may have made it a weak one. */
    public static boolean has(Request request, String tag) {
        return request.header("If-None-Match")
                .map(header -> Arrays.stream(header.split(",", -1))
                        .anyMatch(it -> it.strip().replaceFirst("^W/", "").equals(tag)))
                .orElse(false);
    }
}
