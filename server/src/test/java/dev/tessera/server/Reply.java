package dev.tessera.server;

import dev.tessera.kernel.json.Json;
import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What a server answered. */
public record Reply(int status, HttpHeaders headers, String body) {
    /** The body as JSON. */
    public JsonNode json() {
        return Json.parse(body);
    }

    /** A value in the body: keys and indexes separated by slashes, as in {@code results/0/name}. */
    public JsonNode at(String path) {
        return json().at("/" + path);
    }
}
