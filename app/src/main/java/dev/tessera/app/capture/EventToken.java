package dev.tessera.app.capture;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token that one event carries, in any of its places; of equal names the last one counts (spec/ingestion.md 2.5). */
final class EventToken {
    private @Nullable String token;
    private @Nullable String dollarToken;
    private @Nullable String apiKey;
    private @Nullable String ofProperties;

    /** Takes note of a field of the event; {@code text} is null when it is no text. */
    void see(String name, @Nullable String text) {
        switch (name) {
            case "token" -> token = text;
            case "$token" -> dollarToken = text;
            case "api_key" -> apiKey = text;
            case "properties" -> ofProperties = null;
            default -> {}
        }
    }

    /** Takes note of the token among the properties. */
    void seeInProperties(@Nullable String text) {
        ofProperties = text;
    }

    /** The one that counts. */
    Optional<String> found() {
        return Optional.ofNullable(token)
                .or(() -> Optional.ofNullable(dollarToken))
                .or(() -> Optional.ofNullable(apiKey))
                .or(() -> Optional.ofNullable(ofProperties));
    }
}
