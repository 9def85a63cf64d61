package dev.tessera.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsHttpTest {
    private RunningServer server;

    @BeforeEach
    void start(@TempDir Path data) {
        server = RunningServer.on(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void measuresTheProcess() {
        assertThat(lines("")).anySatisfy(it -> assertThat(it).startsWith("jvm_memory_used_bytes{area=\"heap\""));
        for (String name : List.of(
                "jvm_memory_max_bytes{area=\"nonheap\"",
                "jvm_gc_memory_allocated_bytes_total ",
                "jvm_gc_live_data_size_bytes ",
                "jvm_threads_live_threads ",
                "jvm_threads_states_threads{state=\"runnable\"}",
                "process_cpu_usage ",
                "process_cpu_time_ns_total ",
                "process_files_open_files ",
                "process_uptime_seconds ",
                "system_cpu_count ")) {
            assertThat(lines(name)).as(name).isNotEmpty();
        }
    }

    @Test
    void countsRequestsByTheirRoute() {
        server.get("/api/projects/1/dashboards/7/");
        server.get("/api/environments/1/dashboards/8/");
        assertThat(requests())
                .contains("{method=\"GET\",route=\"/api/projects/{project_id}/dashboards/{id}/\",status=\"404\"} 2");
    }

    /** Strangers choose paths and methods, and each label that they could choose would be memory that they take. */
    @Test
    void countsAllThatIsForNoRouteUnderOneName() {
        for (String path : List.of("/api/a/", "/api/b/", "/.env", "/wp-login.php")) {
            assertThat(server.get(path).status()).isEqualTo(404);
        }
        for (String method : List.of("BREW", "PROPFIND")) {
            assertThat(server.send(method, "/api/projects/1/dashboards/", "").status())
                    .isEqualTo(405);
        }
        server.send("OPTIONS", "/api/projects/1/dashboards/", "");
        assertThat(requests())
                .contains(
                        "{method=\"GET\",route=\"unmatched\",status=\"404\"} 4",
                        "{method=\"OTHER\",route=\"unmatched\",status=\"405\"} 2",
                        "{method=\"OPTIONS\",route=\"unmatched\",status=\"405\"} 1");
        assertThat(server.get("/metrics").body()).doesNotContain("BREW", "PROPFIND", "wp-login", "/api/a");
    }

    private List<String> requests() {
        String name = "tessera_http_requests_seconds_count";
        return lines(name).stream().map(it -> it.substring(name.length())).toList();
    }

    /** The meters whose name, with its tags, begins so. */
    private List<String> lines(String start) {
        return server.get("/metrics")
                .body()
                .lines()
                .filter(it -> it.startsWith(start))
                .toList();
    }
}
