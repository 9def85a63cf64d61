package dev.tessera.app.capture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the project token of a payload and checks its form (spec/ingestion.md 2.5). */
final class Tokens {
    private static final int MAX_BYTES = 64;

    private @Nullable String ofEvents;
    private boolean inconsistent;

    /** Takes note of the token that an event carries, which must be the one of the others. */
    void ofEvent(EventToken event) {
        Optional<String> token = event.found();
        inconsistent |= ofEvents != null && token.isPresent() && !ofEvents.equals(token.get());
        ofEvents = token.orElse(ofEvents);
    }

    /** The payload's token: of the envelope, else of its events. */
    String resolve(Optional<String> ofEnvelope) {
        if (ofEnvelope.isEmpty() && inconsistent) {
            throw refused("batch submitted with inconsistent api_key values");
        }
        String token = ofEnvelope
                .or(() -> Optional.ofNullable(ofEvents))
                .orElseThrow(() -> refused("event submitted without an api_key"))
                .strip();
        check(token);
        return token;
    }

    private static void check(String token) {
        if (token.isEmpty()) {
            throw invalid("empty");
        }
        if (token.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw invalid("too_long");
        }
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(token)) {
            throw invalid("not_ascii");
        }
        if (token.startsWith("phx_")) {
            throw invalid("personal_api_key");
        }
        if (token.indexOf('\0') >= 0) {
            throw invalid("null_byte");
        }
    }

    private static CaptureException invalid(String why) {
        return refused("API key is not valid: " + why);
    }

    private static CaptureException refused(String text) {
        return new CaptureException(new CaptureFailure.BadToken(text));
    }
}
