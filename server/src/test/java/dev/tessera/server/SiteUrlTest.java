package dev.tessera.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.time.Clock;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteUrlTest {
    private static final String BOARDS = "/api/projects/@current/dashboards/";

    @TempDir
    private Path data;

    @Test
    void linksLeadToThePublicAddress() {
        assertThatLinksLeadTo(Map.of("TESSERA_SITE_URL", "https://stats.example.com/"), "https://stats.example.com");
    }

    @Test
    void linksLeadWhereTheClientCameFromWhenThereIsNoPublicAddress() {
        assertThatLinksLeadTo(Map.of(), "http://127.0.0.1:");
    }

    private void assertThatLinksLeadTo(Map<String, String> settings, String address) {
        try (RunningServer server = RunningServer.on(data, Clock.system(), settings)) {
            String site = address.endsWith(":") ? server.url() : address;
            for (int board = 0; board < 3; board++) {
                assertThat(server.post(BOARDS, "{}").status()).isEqualTo(201);
            }
            Reply middle = server.get(BOARDS + "?limit=1&offset=1");
            assertThat(middle.at("next").asString()).isEqualTo(site + BOARDS + "?limit=1&offset=2");
            assertThat(middle.at("previous").asString()).isEqualTo(site + BOARDS + "?limit=1");
            assertThat(server.send("GET", BOARDS, "").headers().firstValue("WWW-Authenticate"))
                    .contains("Bearer resource_metadata=\"" + site + "/.well-known/oauth-protected-resource\"");
        }
    }
}
