package dev.tessera.app.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An answer.
 *
 * @param contentType empty when there is no body
 * @param cookies those that the browser is to keep or forget
 */
public record Response(int status, String contentType, Body body, Map<String, String> headers, List<Cookie> cookies) {
    private static final String JSON = "application/json";

    /** 200 with {@code body}. */
    public static Response ok(JsonNode body) {
        return json(200, body);
    }

    /** 201 with {@code body}. */
    public static Response created(JsonNode body) {
        return json(201, body);
    }

    public static Response json(int status, JsonNode body) {
        return new Response(status, JSON, new Body.Tree(body), Map.of(), List.of());
    }

    /** JSON that is text already. */
    public static Response json(int status, String body) {
        return new Response(status, JSON, Body.Bytes.of(body), Map.of(), List.of());
    }

    public static Response text(int status, String body) {
        return text(status, "text/plain; charset=utf-8", body);
    }

    public static Response text(int status, String contentType, String body) {
        return new Response(status, contentType, Body.Bytes.of(body), Map.of(), List.of());
    }

    /** Sends the client to {@code location}, which it gets with GET. */
    public static Response redirect(String location) {
        return empty(302).header("Location", location);
    }

    /** The bytes of a file. */
    public static Response bytes(int status, String contentType, byte[] body) {
        return new Response(status, contentType, new Body.Bytes(body), Map.of(), List.of());
    }

    /** A status without a body. */
    public static Response empty(int status) {
        return new Response(status, "", new Body.Bytes(new byte[0]), Map.of(), List.of());
    }

    public Response header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, contentType, body, more, cookies);
    }

    /** The same answer with one more cookie. */
    public Response cookie(Cookie cookie) {
        return new Response(
                status,
                contentType,
                body,
                headers,
                Stream.concat(cookies.stream(), Stream.of(cookie)).toList());
    }
}
