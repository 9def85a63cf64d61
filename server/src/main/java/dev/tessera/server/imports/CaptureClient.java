package dev.tessera.server.imports;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Sends one request to {@code /batch/} and tells what came of it (spec/ingestion.md 3). */
final class CaptureClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final int MAX_REASON = 500;

    private final ImportOptions options;
    private final URI batchUri;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    CaptureClient(ImportOptions options) {
        this.options = options;
        this.batchUri = URI.create(options.host() + "/batch/");
    }

    Answer send(Batch batch) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(batchUri)
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(batch.body(options.token())))
                .build();
        try {
            return meaning(http.send(request, BodyHandlers.ofString()));
        } catch (ConnectException e) {
            return new Answer.Busy("no server answers at " + options.host(), Duration.ZERO);
        } catch (HttpTimeoutException e) {
            return new Answer.Busy("the server takes too long to answer", Duration.ZERO);
        } catch (IOException e) {
            return new Answer.Busy("the connection was lost", Duration.ZERO);
        }
    }

    private Answer meaning(HttpResponse<String> response) {
        int status = response.statusCode();
        return switch (status) {
            case 200, 204 -> new Answer.Stored();
            case 400, 413 -> new Answer.Refused(sentence(response));
            case 401 -> new Answer.Hopeless("The server does not accept the token: " + sentence(response) + ".");
            case 408, 429 -> new Answer.Busy(sentence(response), retryAfter(response));
            default ->
                status >= 500
                        ? new Answer.Busy("the server answers " + status, retryAfter(response))
                        : new Answer.Hopeless(batchUri + " answers " + status + ": is that a Tessera server?");
        };
    }

    private static String sentence(HttpResponse<String> response) {
        String text =
                response.body().strip().startsWith("<") ? "" : response.body().strip();
        String line = text.lines().findFirst().orElse("the server answers " + response.statusCode());
        return line.length() > MAX_REASON ? line.substring(0, MAX_REASON) + "…" : line;
    }

    /** Only the form with seconds; a date is as good as none to a client that backs off anyway. */
    private static Duration retryAfter(HttpResponse<String> response) {
        String value = response.headers().firstValue("Retry-After").orElse("").strip();
        return value.matches("\\d{1,4}") ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ZERO;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
