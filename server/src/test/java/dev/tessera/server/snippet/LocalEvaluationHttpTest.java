package dev.tessera.server.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.server.Reply;
import dev.tessera.server.RunningServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SDKs of servers ask for every half minute; the number is that of spec/ingestion.md 13. */
class LocalEvaluationHttpTest {
    private static final String DEFINITIONS = "/flags/definitions?token=" + RunningServer.TOKEN + "&send_cohorts";

    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/flags/definitions",
                "/flags/definitions/",
                "/api/feature_flag/local_evaluation",
                "/api/feature_flag/local_evaluation/"
            })
    void thereAreNoFlagsUnderAnyOfItsNames(String path) {
        Reply reply = server.get(path + "?token=" + RunningServer.TOKEN + "&send_cohorts");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"flags\":[],\"group_type_mapping\":{},\"cohorts\":{}}");
    }

    @Test
    void behaviour68whoeverHasTheLatestIsToldSo() {
        Reply first = server.get(DEFINITIONS);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag}) {
            Reply again = server.send(
                    "GET", DEFINITIONS, "", "Authorization", "Bearer " + RunningServer.KEY, "If-None-Match", known);
            assertThat(again.status()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
        Reply other = server.send(
                "GET", DEFINITIONS, "", "Authorization", "Bearer " + RunningServer.KEY, "If-None-Match", "\"other\"");
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void needsAKeyAndTheTokenOfAProject() {
        assertThat(server.send("GET", DEFINITIONS, "").status()).isEqualTo(401);
        Reply unknown = server.get("/flags/definitions?token=phc_unknown");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.at("detail").asString()).contains("project API key");
    }
}
