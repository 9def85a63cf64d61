package dev.tessera.app.http;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A request that Javalin received. */
final class JavalinRequest implements Request {
    /** The largest body of an API request (spec/access.md 1). */
    private static final int MAX_BODY = 20 << 20;

    private final Context context;
    private @Nullable JsonNode json;

    JavalinRequest(Context context) {
        this.context = context;
    }

    @Override
    public String method() {
        return context.method().name();
    }

    @Override
    public String path() {
        return context.path();
    }

    @Override
    public String pathParameter(String name) {
        return context.pathParam(name);
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name));
    }

    @Override
    public List<String> queryAll(String name) {
        return context.queryParams(name);
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    @Override
    public String peerAddress() {
        return context.ip();
    }

    @Override
    public String url() {
        return context.url();
    }

    @Override
    public String queryString() {
        return Optional.ofNullable(context.queryString()).orElse("");
    }

    @Override
    public long contentLength() {
        long announced = context.req().getContentLengthLong();
        if (announced >= 0) {
            return announced;
        }
        return header("Transfer-Encoding").isPresent() ? Long.MAX_VALUE : 0;
    }

    @Override
    public InputStream bodyStream() {
        return context.bodyInputStream();
    }

    @Override
    public JsonNode json() {
        JsonNode known = json;
        if (known == null) {
            known = readJson();
            json = known;
        }
        return known;
    }

    @Override
    public Fields fields() {
        return Fields.of(json(), "");
    }

    private JsonNode readJson() {
        byte[] body = readBody();
        String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (body.length == 0) {
            return Json.object();
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return form(new String(body, StandardCharsets.UTF_8));
        }
        if (!type.isEmpty() && !type.startsWith("application/json")) {
            throw new ProblemException(new Problem.UnsupportedMediaType(type));
        }
        try {
            return Json.parse(body);
        } catch (JacksonException e) {
            throw new ProblemException(new Problem.Malformed("JSON parse error - " + JsonErrors.sentence(e)));
        }
    }

    private byte[] readBody() {
        try (InputStream in = bodyStream()) {
            byte[] body = in.readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                throw new ProblemException(
                        new Problem.TooLarge("The request body is larger than 20 MB. Send less in one request."));
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode form(String body) {
        ObjectNode fields = Json.object();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(new Problem.Malformed("Form parse error - a % is not followed by two digits."));
        }
    }
}
