package dev.tessera.app.http;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Reads bodies that are forms: names and values, percent-encoded. */
final class FormBody {
    /** Forms are for small changes by hand. */
    private static final int MAX_FORM = 1 << 20;

    /** What a pair takes in memory. */
    private static final int PAIR_BYTES = 256;

    private static final Pattern PAIRS = Pattern.compile("&");

    private FormBody() {}

    /**
     * The pairs in {@code body}, which was read, as an object of texts.
     *
     * @throws ProblemException when it is too large or not decodable
     */
    static ObjectNode parse(ApiBody body, int size) {
        if (size > MAX_FORM) {
            throw new ProblemException(new Problem.TooLarge(
                    "The form is larger than " + (MAX_FORM >> 20) + " MB. Send JSON, or less in one request."));
        }
        String form = text(body.once());
        body.reserveFor(form.chars().filter(it -> it == '&').count() + 1, PAIR_BYTES);
        ObjectNode fields = Json.object();
        PAIRS.splitAsStream(form)
                .filter(it -> it.indexOf('=') > 0)
                .forEach(it -> fields.put(decoded(name(it)), decoded(value(it))));
        return fields;
    }

    /** The value of {@code field} in {@code form}; empty when there is none. */
    static Optional<String> text(InputStream form, String field) {
        try {
            return PAIRS.splitAsStream(text(form))
                    .filter(it -> it.startsWith(field + "="))
                    .findFirst()
                    .map(it -> decoded(value(it)));
        } catch (ProblemException e) {
            return Optional.empty(); // What cannot be read holds no text; whoever needs the body says so.
        }
    }

    private static String text(InputStream form) {
        try (form) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // It is in memory.
        }
    }

    private static String name(String pair) {
        return pair.substring(0, pair.indexOf('='));
    }

    private static String value(String pair) {
        return pair.substring(pair.indexOf('=') + 1);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(new Problem.Malformed("Form parse error - a % is not followed by two digits."));
        }
    }
}
