package dev.tessera.server.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.time.SettableClock;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A running server whose tests send events and list definitions. Single quotes stand for double ones in all JSON. */
final class DefinitionsServer implements AutoCloseable {
    static final String NOW = "2026-03-10T12:00:00Z";
    static final String EVENTS = "/api/projects/@current/event_definitions/";
    static final String PROPERTIES = "/api/projects/@current/property_definitions/";
    static final String VALUES = "/api/projects/@current/events/values/";

    private final SettableClock clock = new SettableClock(NOW);
    private final RunningServer server;

    DefinitionsServer(Path data) {
        this.server = RunningServer.on(data, clock, Map.of());
    }

    RunningServer server() {
        return server;
    }

    SettableClock clock() {
        return clock;
    }

    /** Sends one event, now. */
    void capture(String event, String properties) {
        capture(event, clock.now().toString(), properties);
    }

    /** Sends one event, again as long as the server is busy, which it seems to be right after its clock has jumped. */
    void capture(String event, String timestamp, String properties) {
        JsonNode body = json("{'api_key': '" + RunningServer.TOKEN + "', 'batch': [{'event': '" + event
                + "', 'distinct_id': 'ada', 'timestamp': '" + timestamp + "', 'properties': " + properties + "}]}");
        Reply reply = server.send("POST", "/batch/", body.toString());
        while (reply.status() == 503) {
            reply = server.send("POST", "/batch/", body.toString());
        }
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    /** The answer to a GET of {@code path} with query parameters: name, value, name, value. */
    Reply get(String path, String... parameters) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(i == 0 ? '?' : '&')
                    .append(URLEncoder.encode(parameters[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1].replace('\'', '"'), StandardCharsets.UTF_8));
        }
        return server.get(path + query);
    }

    /** The names in a list. */
    List<String> names(String path, String... parameters) {
        return get(path, parameters)
                .at("results")
                .valueStream()
                .map(it -> it.path("name").stringValue())
                .toList();
    }

    /** The one definition of this name in a list. */
    JsonNode definition(String path, String name, String... parameters) {
        return get(path, parameters)
                .at("results")
                .valueStream()
                .filter(it -> it.path("name").stringValue().equals(name))
                .reduce((_, _) -> {
                    throw new AssertionError("There are two of " + name);
                })
                .orElseThrow(() -> new AssertionError("There is no " + name));
    }

    Reply patch(String path, JsonNode definition, String json) {
        return server.patch(path + definition.path("id").stringValue() + "/", json.replace('\'', '"'));
    }

    Reply post(String path, String json) {
        return server.post(path, json.replace('\'', '"'));
    }

    static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    @Override
    public void close() {
        server.close();
    }
}
