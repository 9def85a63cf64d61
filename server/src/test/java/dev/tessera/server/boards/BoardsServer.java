package dev.tessera.server.boards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.access.Membership;
import dev.tessera.app.access.MembershipLevel;
import dev.tessera.app.access.NewUser;
import dev.tessera.app.access.PersonalApiKey;
import dev.tessera.app.access.Scopes;
import dev.tessera.app.access.Secrets;
import dev.tessera.app.access.User;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.time.SettableClock;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.access.SqlOrganizationStore;
import dev.tessera.metadata.access.SqlPersonalApiKeyStore;
import dev.tessera.metadata.access.SqlProjectStore;
import dev.tessera.metadata.access.SqlUserStore;
import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A running server that its tests fill with insights and dashboards. Single quotes stand for double ones in all JSON, and
 * {@code P} for the path of the first project.
 */
final class BoardsServer implements AutoCloseable {
    static final ProjectId PROJECT = new ProjectId(1);

    /** When the server believes to run. */
    static final String NOW = "2026-03-10T12:00:00Z";

    private static final String ROOT = "/api/projects/1";

    private final SettableClock clock = new SettableClock(NOW);
    private final Path data;
    private final RunningServer server;

    BoardsServer(Path data) {
        this.data = data;
        this.server = RunningServer.on(data, clock, Map.of());
    }

    /** Someone with a key. */
    record Caller(BoardsServer server, User user, String key) {
        Reply get(String path) {
            return server.send("GET", path, "", key);
        }

        Reply patch(String path, String json) {
            return server.send("PATCH", path, json, key);
        }

        Reply post(String path, String json) {
            return server.send("POST", path, json, key);
        }
    }

    Reply get(String path) {
        return send("GET", path, "", RunningServer.KEY);
    }

    Reply post(String path, String json) {
        return send("POST", path, json, RunningServer.KEY);
    }

    Reply patch(String path, String json) {
        return send("PATCH", path, json, RunningServer.KEY);
    }

    Reply put(String path, String json) {
        return send("PUT", path, json, RunningServer.KEY);
    }

    Reply delete(String path) {
        return send("DELETE", path, "", RunningServer.KEY);
    }

    /** The id of a new dashboard. */
    long dashboard(String json) {
        return id(post("P/dashboards/", json));
    }

    /** The id of a new insight that counts visits of the last seven days, with more fields. */
    long insight(String fields) {
        return id(post("P/insights/", "{'query':" + visits("") + (fields.isEmpty() ? "" : "," + fields) + "}"));
    }

    /** An insight's query that counts visits by day, with more fields of the trends query. */
    static String visits(String fields) {
        return "{'kind':'InsightVizNode','source':{'kind':'TrendsQuery','series':[{'kind':'EventsNode','event':'visit'}]"
                + (fields.isEmpty() ? "" : "," + fields) + "}}";
    }

    /** The id of the first tile of {@code dashboard}. */
    long firstTile(long dashboard) {
        return get("P/dashboards/" + dashboard + "/").at("tiles/0/id").longValue();
    }

    void capture(String event, String time, String properties) {
        server.capture(Json.write(json("[{'event':'" + event + "','distinct_id':'ann','timestamp':'" + time
                + "','properties':" + properties + "}]")));
    }

    void advance(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    /** A new member of the organization, whose key is for everything. */
    Caller member(String name) {
        return inDatabase(database -> {
            User user = user(database, name);
            new SqlOrganizationStore(database)
                    .add(new Membership(
                            UUID.randomUUID(),
                            new SqlProjectStore(database)
                                    .find(PROJECT)
                                    .orElseThrow()
                                    .organization(),
                            user.id(),
                            MembershipLevel.MEMBER,
                            clock.now(),
                            clock.now()));
            return new Caller(this, user, key(database, user, Scopes.everything()));
        });
    }

    /** A new user who belongs to nothing. */
    Caller stranger(String name) {
        return inDatabase(database -> {
            User user = user(database, name);
            return new Caller(this, user, key(database, user, Scopes.everything()));
        });
    }

    /** The first user with a key for {@code scopes} only. */
    Caller scoped(String... scopes) {
        return inDatabase(database -> {
            User user =
                    new SqlUserStore(database).findByEmail("ada@example.com").orElseThrow();
            return new Caller(this, user, key(database, user, new Scopes(List.of(scopes))));
        });
    }

    /** Does what the API cannot do, in the file that the server has open. */
    <T> T inDatabase(Function<Database, T> work) {
        try (Database database = Database.sqlite(data.resolve("metadata.sqlite"))) {
            return work.apply(database);
        }
    }

    static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text.replace('\'', '"'), StandardCharsets.UTF_8);
    }

    /** Asserts that {@code reply} is this error. */
    static void assertError(Reply reply, int status, String code, String detail, String attr) {
        assertThat(reply.json().path("detail").asString("")).isEqualTo(detail);
        assertThat(reply.json().path("code").asString("")).isEqualTo(code);
        assertThat(reply.json().path("attr").asString("")).isEqualTo(attr);
        assertThat(reply.status()).isEqualTo(status);
    }

    RunningServer running() {
        return server;
    }

    Reply send(String method, String path, String json, String key) {
        String full = path.startsWith("P/") ? ROOT + path.substring(1) : path;
        return server.send(method, full, json.replace('\'', '"'), "Authorization", "Bearer " + key);
    }

    @Override
    public void close() {
        server.close();
    }

    private static long id(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.at("id").longValue();
    }

    private User user(Database database, String name) {
        return new SqlUserStore(database)
                .create(new NewUser(UUID.randomUUID(), name, name + "@example.com", name, "", "", false, clock.now()));
    }

    private String key(Database database, User user, Scopes scopes) {
        String value = "phx_" + UUID.randomUUID();
        new SqlPersonalApiKeyStore(database)
                .create(
                        new PersonalApiKey(
                                UUID.randomUUID().toString(),
                                user.id(),
                                "test",
                                Secrets.mask(value),
                                scopes,
                                List.of(),
                                List.of(),
                                clock.now(),
                                Optional.empty(),
                                Optional.empty()),
                        Secrets.hash(value));
        return value;
    }
}
