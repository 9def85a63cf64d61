package dev.tessera.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tessera.bench.EventWriter.UuidKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SenderTest {
    @TempDir
    private Path dir;

    private final AtomicInteger requests = new AtomicInteger();
    private IntUnaryOperator statuses = _ -> 200;
    private HttpServer server;
    private Load load;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/batch/", this::answer);
        server.start();
        EventWriter writer = new EventWriter(1, UuidKind.RANDOM, 100);
        load = Load.make(dir.resolve("load"), 30, 2, writer, Instant.parse("2026-01-01T00:00:00Z"), Duration.ofDays(1));
    }

    @AfterEach
    void close() throws IOException {
        server.stop(0);
        load.close();
    }

    @Test
    void sendsEveryRequestOnce() {
        Sender.Outcome outcome = Sender.asFastAsPossible(port(), load, 4, Duration.ofDays(1));
        assertThat(requests).hasValue(30);
        assertThat(outcome.events()).isEqualTo(60);
        assertThat(outcome.latencies().count()).isEqualTo(30);
        assertThat(outcome.refusals()).isZero();
    }

    @Test
    void sendsNothingBeforeItIsDue() {
        Sender.Outcome outcome = Sender.atRate(port(), load, 4, 100);
        assertThat(requests).hasValue(30);
        assertThat(outcome.seconds()).isGreaterThanOrEqualTo(0.29);
    }

    @Test
    void sendsAgainWhatWasRefusedForNow() {
        statuses = number -> number == 5 ? 503 : 200;
        Sender.Outcome outcome = Sender.asFastAsPossible(port(), load, 4, Duration.ofDays(1));
        assertThat(requests).hasValue(31);
        assertThat(outcome.events()).isEqualTo(60);
        assertThat(outcome.refusals()).isEqualTo(1);
    }

    @Test
    void stopsAtTheFirstRefusalWhenAskedTo() {
        statuses = number -> number <= 3 ? 200 : 503;
        Sender.Outcome outcome = Sender.untilRefused(port(), load, 1);
        assertThat(requests).hasValue(4);
        assertThat(outcome.events()).isEqualTo(6);
    }

    @Test
    void anyOtherAnswerEndsTheRun() {
        statuses = _ -> 400;
        assertThatThrownBy(() -> Sender.asFastAsPossible(port(), load, 1, Duration.ofDays(1)))
                .hasMessageContaining("The server answered 400 to a batch");
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(statuses.applyAsInt(requests.incrementAndGet()), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
