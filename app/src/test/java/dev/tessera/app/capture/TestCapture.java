package dev.tessera.app.capture;

import dev.tessera.app.http.BodyBudget;
import dev.tessera.app.http.TestHttp;
import dev.tessera.app.ingestion.TestIngestion;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** The capture routes on a real port, with a real journal and stores behind them. */
final class TestCapture implements AutoCloseable {
    static final String TOKEN = "phc_test";
    static final ProjectId OTHER_PROJECT = new ProjectId(2);

    private static final Map<String, ProjectId> TOKENS =
            Map.of(TOKEN, TestIngestion.PROJECT, "phc_other", OTHER_PROJECT);

    private final BodyBudget budget = new BodyBudget(CaptureRoutes.BODY_BUDGET);
    private final TestIngestion ingestion;
    private final TestHttp http;

    TestCapture(Path directory) {
        this(directory, ClientAddresses.AS_SENT);
    }

    TestCapture(Path directory, ClientAddresses addresses) {
        this.ingestion = new TestIngestion(directory);
        this.http = new TestHttp(new CaptureRoutes(
                        TestCapture::projectOf,
                        EventQuota.none(),
                        addresses,
                        ingestion.ingestion(),
                        ingestion.clock(),
                        new SplittableRandom(1),
                        budget)
                .routes());
    }

    private static Optional<ProjectId> projectOf(String token) {
        if (token.equals("phc_unknowable")) {
            throw new DatabaseUnavailableException("The database is away");
        }
        return Optional.ofNullable(TOKENS.get(token));
    }

    TestIngestion ingestion() {
        return ingestion;
    }

    BodyBudget budget() {
        return budget;
    }

    /** Makes every body that is being read {@code time} older. */
    void age(Duration time) {
        http.age(time);
    }

    int port() {
        return http.server().port();
    }

    /** Sends {@code json} to {@code /batch/}. */
    HttpResponse<String> send(String json) {
        return http.send("POST", "/batch/", json);
    }

    HttpResponse<String> send(String path, byte[] body, String... headers) {
        return http.send("POST", path, HttpRequest.BodyPublishers.ofByteArray(body), headers);
    }

    HttpResponse<String> request(String method, String path, String... headers) {
        return http.send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    /** A request that came at {@code now}, of which nothing else is known. */
    static Reception receivedAt(Instant now) {
        return new Reception(now, Optional.empty(), EventOrigin.asSent(), Optional.empty());
    }

    /** An event with the token; {@code more} is further fields, each with a comma before it. */
    static String event(String more) {
        return "{\"event\":\"e\",\"distinct_id\":\"u\",\"token\":\"" + TOKEN + "\"" + more + "}";
    }

    /** An envelope with the token around {@code events}. */
    static String batch(String... events) {
        return "{\"api_key\":\"" + TOKEN + "\",\"batch\":[" + String.join(",", events) + "]}";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        http.close();
        ingestion.close();
    }
}
