package dev.tessera.server.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.property.Property;
import dev.tessera.server.PressedServerTest;
import dev.tessera.server.RunningServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent to where SDKs send: no answer is a 500, none takes for ever, and the server lives on with the heap that it is
 * shipped with, which ends it when it is full; what it took gets into its stores.
 *
 * <p>It runs for {@code tessera.fuzz.seconds}: 5, and 60 in {@code ./tessera test}. For an hour of other requests:
 * {@code ./tessera check -pl server -Dtest=CaptureFuzzTest -Dtessera.fuzz.seconds=3600 -Dtessera.seed=7}. A failure shows its
 * seed, and the smallest request that fails as a command.
 */
class CaptureFuzzTest extends PressedServerTest {
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("tessera.fuzz.seconds", 5));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String COUNT = """
            {"refresh": "force_blocking", "query": {"kind": "TrendsQuery", "dateRange": {"date_from": "all"},
              "series": [{"kind": "EventsNode"}], "trendsFilter": {"display": "BoldNumber"}}}
            """;

    private final Map<Integer, Integer> answers = new TreeMap<>();

    @Test
    void noRequestEndsInA500OrAHangOrTheServer() throws Exception {
        int requests = Property.holdsFor(TIME, FuzzedRequests::make, this::send);
        assertThat(requests).isPositive();
        assertThat(answers).as("of each kind there is some").containsKeys(200, 400, 401);
        assertThat(answers.getOrDefault(503, 0)).as("503 of %s", answers).isLessThan(requests / 10);

        HttpRequest count = server.request("/api/projects/@current/query/")
                .header("Authorization", "Bearer " + RunningServer.KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(COUNT))
                .build();
        HttpResponse<String> counted = server.send(count);
        assertThat(counted.statusCode())
                .as("all that was taken is in the stores: %s", counted.body())
                .isEqualTo(200);
    }

    private void send(FuzzedRequest request) {
        HttpRequest.Builder http =
                server.request(request.target()).timeout(PATIENCE).method(request.method(), request.publisher());
        request.headers().forEach(http::header);
        try {
            HttpResponse<String> answer = server.send(http.build());
            answers.merge(answer.statusCode(), 1, Integer::sum);
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204, 400, 401, 405, 413, 503);
            assertThat(answer.body()).doesNotContain("jackson", "java.", "Exception:");
        } catch (HttpTimeoutException e) {
            throw new IllegalStateException("There was no answer in " + PATIENCE, e);
        } catch (IOException e) {
            throw new IllegalStateException("The server is gone, or closed the connection", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
