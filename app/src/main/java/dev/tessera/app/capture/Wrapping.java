package dev.tessera.app.capture;

import dev.tessera.app.http.Pieces;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes payloads out of what older SDKs, and browsers on their way out, put around them: forms and base64. */
final class Wrapping {
    /** The start of a payload that says what it is (spec/ingestion.md 2.2). */
    private static final int START = 128;

    private static final Pattern FORM = Pattern.compile("(?:^|&)(?:data|_|ip|compression)=");
    private static final Pattern DATA = Pattern.compile("(?:^|&)data=([^&]*)");
    private static final Pattern COMPRESSION = Pattern.compile("(?:^|&)compression=([^&]*)");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=]+");
    private static final Pattern BASE64_OF_FORM = Pattern.compile("[A-Za-z0-9+/= ]+");

    private Wrapping() {}

    /**
     * What a form holds.
     *
     * @param data the bytes of its field {@code data}
     * @param compression how it says that they are packed
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    record Form(byte[] data, Optional<String> compression) {
        static Form of(byte[] form) {
            if (!FORM.matcher(start(form)).find()) {
                throw CaptureException.badRequest(
                        "failed to decode request: expected form data in POST request payload");
            }
            String text = new String(form, StandardCharsets.UTF_8);
            String data = field(DATA, text)
                    .orElseThrow(() ->
                            CaptureException.badRequest("failed to decode request: the form has no field `data`"));
            return new Form(ofQuery(data), field(COMPRESSION, text));
        }

        private static Optional<String> field(Pattern field, String form) {
            Matcher found = field.matcher(form);
            try {
                return found.find()
                        ? Optional.of(URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                throw CaptureException.badRequest("failed to decode request: the form is not properly encoded");
            }
        }
    }

    /** The bytes of a decoded parameter. Base64 has no spaces: those that are there were a plus that was not encoded. */
    static byte[] ofQuery(String data) {
        boolean spaced = BASE64_OF_FORM
                .matcher(data.substring(0, Math.min(START, data.length())))
                .matches();
        return (spaced ? data.replace(' ', '+') : data).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether {@code payload} may be base64. JSON never is. */
    static boolean looksLikeBase64(Pieces payload) throws IOException {
        return payload.size() % 4 == 0
                && BASE64.matcher(start(payload.start(START))).matches();
    }

    /** What {@code payload} is base64 of; empty when it is not base64. */
    static Optional<byte[]> ofBase64(byte[] payload) {
        try {
            return Optional.of(Base64.getDecoder().decode(payload));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String start(byte[] payload) {
        return new String(payload, 0, Math.min(START, payload.length), StandardCharsets.ISO_8859_1);
    }
}
