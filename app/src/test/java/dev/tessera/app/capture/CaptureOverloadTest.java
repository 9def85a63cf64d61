package dev.tessera.app.capture;

import static dev.tessera.app.capture.TestCapture.batch;
import static dev.tessera.app.capture.TestCapture.event;
import static dev.tessera.app.capture.TestCapture.gzip;
import static dev.tessera.app.capture.TestCapture.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.ingestion.Await;
import dev.tessera.app.persons.MemoryPersonStore;
import dev.tessera.events.journal.FaultyJournalFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is too much, and what happens while something does not work. */
class CaptureOverloadTest extends CaptureTest {
    private static final int MIB = 1 << 20;

    @Test
    void behaviour30aBodyOverTwentyMebibytesIsRefusedAndTheConnectionGoesOn() {
        HttpResponse<String> response = capture.send("[" + "1".repeat(25 * MIB) + "]");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo("payload is larger than 20 MiB, send smaller batches");
        assertThat(capture.send(event("")).statusCode()).isEqualTo(200);
    }

    @Test
    void stopsUnpackingABombAtTheLimit() {
        byte[] bomb = gzip(new byte[400 * MIB]);
        assertThat(bomb).hasSizeLessThan(MIB);
        HttpResponse<String> response = capture.send("/batch/", bomb);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo("payload is larger than 20 MiB, send smaller batches");
        assertThat(capture.ingestion().journal().end()).isEqualTo(1);
    }

    @Test
    void refusesAllForOneEventOverAMebibyte() {
        String large = event(",\"properties\":{\"a\":\"" + "x".repeat(MIB) + "\"}");
        for (String body : new String[] {large, "[" + event("") + "," + large + "]", batch(event(""), large)}) {
            HttpResponse<String> response = capture.send(body);
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.body()).isEqualTo("an event is larger than 1 MiB");
        }
        assertThat(capture.ingestion().journal().end()).isEqualTo(1);
    }

    @Test
    void takesABatchOfAlmostTwentyMebibytesOfEventsUnderAMebibyte() {
        String almost = event(",\"properties\":{\"a\":\"" + "x".repeat(MIB - 100) + "\"}");
        String[] events = Collections.nCopies(19, almost).toArray(String[]::new);
        assertThat(capture.send("/batch/", gzip(utf8(batch(events)))).statusCode())
                .isEqualTo(200);
        assertThat(capture.ingestion().journaled()).hasSize(19);
    }

    @Test
    void measuresAnEventWithItsNumbersWrittenOut() {
        for (String number : new String[] {"15.5", "1000", "1e20"}) {
            String event = event(",\"properties\":{\"a\":[" + (number + ",").repeat(MIB / 15) + "1]}");
            assertThat(capture.send("/batch/", gzip(utf8(event))).statusCode())
                    .isEqualTo(number.equals("1e20") ? 413 : 200);
        }
    }

    /** Its tree would take more than the heap of these tests, though its text is within the limits. */
    @Test
    void makesNoTreeOfAnEventThatIsTooLarge() {
        String hostile = event(",\"properties\":{\"a\":[" + "{\"a\":{}},".repeat(19 * MIB / 9) + "1]}");
        HttpResponse<String> response = capture.send("/batch/", gzip(utf8(hostile)));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo("an event is larger than 1 MiB");
    }

    @Test
    void measuresAnEventInBytes() {
        String almost = event(",\"properties\":{\"a\":\"" + "ö".repeat(MIB / 2 - 100) + "\"}");
        assertThat(capture.send("/batch/", utf8(almost)).statusCode()).isEqualTo(200);
        HttpResponse<String> refused =
                capture.send("/batch/", utf8(almost.replace("\"e\"", "\"" + "e".repeat(200) + "\"")));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).isEqualTo("an event is larger than 1 MiB");
    }

    @Test
    void refusesAnEventOfMoreValuesThanThereCanBeMemoryForAndSaysWhatToDo() {
        String hostile = event(",\"properties\":{\"a\":[" + "{},".repeat(MIB / 3 - 100) + "1]}");
        HttpResponse<String> response = capture.send("/batch/", gzip(utf8(hostile)));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body())
                .isEqualTo(
                        "the events of this request take too much memory, send fewer in a batch, or with fewer values");
        assertThat(capture.budget().free()).isEqualTo(32 * MIB);
    }

    /** An unknown sender's events are not worth a tree. */
    @Test
    void looksTheTokenUpBeforeItMakesAnythingOfTheEvents() {
        String hostile = event(",\"properties\":{\"a\":[" + "{},".repeat(MIB / 3 - 100) + "1]}");
        for (String body : new String[] {hostile, "[" + hostile + "]", batch(hostile)}) {
            HttpResponse<String> response =
                    capture.send("/batch/", gzip(utf8(body.replace(TestCapture.TOKEN, "phc_unknown"))));
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.body()).isEqualTo(CaptureException.UNKNOWN_TOKEN);
        }
    }

    @Test
    void refusesATokenThatIsLongerThanAnyText() {
        String body = event("").replace(TestCapture.TOKEN, "x".repeat(100_000));
        HttpResponse<String> response = capture.send("/batch/", utf8(body));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo("a token or `sent_at` is longer than 64 KiB");
    }

    @Test
    void asksToRetryWhileTheTreesOfOtherRequestsHoldTheMemory() throws Exception {
        String values = event(",\"properties\":{\"a\":[" + "1,".repeat(60_000) + "1]}");
        try (Socket first = unfinished(18 * MIB);
                Socket second = unfinished(8 * MIB)) {
            Await.until("the two hold memory", () -> capture.budget().free() == 6 * MIB);
            assertThatAsksToRetry(capture.send("/e/", utf8(values)));
            assertThat(capture.send(event("")).statusCode()).isEqualTo(200);
            assertThat(first.isConnected() && second.isConnected()).isTrue();
        }
        Await.until("the memory is given back", () -> capture.budget().free() == 32 * MIB);
        assertThat(capture.send("/e/", utf8(values)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesLargeFormsAndBase64ThatWouldTakeManyTimesTheirSize() {
        String form = "data=" + "x".repeat(3 * MIB);
        assertThat(capture.send("/e/", utf8(form), "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(413);
        assertThat(capture.send("/e/", utf8("A".repeat(9 * MIB))).statusCode()).isEqualTo(413);
        assertThat(capture.budget().free()).isEqualTo(32 * MIB);
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE", "FORCE"})
    void behaviour41itAsksToRetryWhileTheJournalCannotBeWrittenAndStoresOnceAfterwards(FaultyJournalFiles.Fault fault) {
        String body = event(",\"uuid\":\"0190c0de-0000-7000-8000-00000000000a\"");
        capture.ingestion().journalFiles().fail(fault);
        assertThatAsksToRetry(capture.send(body));
        assertThatAsksToRetry(capture.send(body));
        capture.ingestion().journalFiles().fail();
        assertThat(capture.send(body).statusCode()).isEqualTo(200);
        assertThat(capture.ingestion().journaled()).hasSize(1);
    }

    @Test
    void asksToRetryWhileTheStoresAreTwoSecondsBehindAndLosesNothing() {
        capture.ingestion().persons().fail(MemoryPersonStore.Fault.AWAY);
        assertThat(capture.send(event("")).statusCode()).isEqualTo(200);
        Await.until("the applier fails", capture.ingestion().applier()::failing);
        assertThat(capture.send(event("")).statusCode()).isEqualTo(200);
        capture.ingestion().clock().advance(Duration.ofMillis(2_001));
        assertThatAsksToRetry(capture.send(event("")));
        assertThatAsksToRetry(capture.send("[" + event("") + " ".repeat(15 * MIB) + "]"));

        capture.ingestion().persons().fail(MemoryPersonStore.Fault.NONE);
        capture.ingestion().settle();
        Await.until("capture accepts again", () -> capture.send(event("")).statusCode() == 200);
        capture.ingestion().settle();
        assertThat(capture.ingestion().stopAndReadEvents()).hasSize(3);
        capture.ingestion().startAgain();
    }

    @Test
    void asksToRetryWhileBodiesInFlightHoldTheirMemoryAndGivesItBack() throws Exception {
        byte[] oneMebibyte = utf8(event("") + " ".repeat(MIB));
        try (Socket first = unfinished(18 * MIB);
                Socket second = unfinished(13 * MIB + MIB / 2)) {
            Await.until("the two hold the memory", () -> capture.budget().free() == MIB / 2);
            assertThatAsksToRetry(capture.send("/e/", oneMebibyte));
            assertThat(capture.send(event("")).statusCode()).isEqualTo(200);
            assertThat(first.isConnected() && second.isConnected()).isTrue();
        }
        Await.until("the memory is given back", () -> capture.budget().free() == 32 * MIB);
        assertThat(capture.send("/e/", oneMebibyte).statusCode()).isEqualTo(200);
    }

    @Test
    void asksToRetryWhileTheDatabaseThatKnowsTheTokenIsAway() {
        assertThatAsksToRetry(capture.send(event("").replace(TestCapture.TOKEN, "phc_unknowable")));
    }

    @Test
    void refusesABodyThatDripsAndGivesItsMemoryBack() throws Exception {
        byte[] oneMebibyte = utf8(event("") + " ".repeat(MIB));
        try (Socket first = dripping(16 * MIB);
                Socket second = dripping(15 * MIB + MIB / 2)) {
            Await.until("the two hold the memory", () -> capture.budget().free() == MIB / 2);
            capture.age(Duration.ofSeconds(31)); // They have come fast enough for more.
            first.getOutputStream().write(' ');
            assertThatAsksToRetry(capture.send("/e/", oneMebibyte));
            capture.age(Duration.ofSeconds(70));
            for (Socket socket : List.of(first, second)) {
                socket.getOutputStream().write(' ');
                assertThat(answer(socket))
                        .startsWith("HTTP/1.1 408 ")
                        .contains("Connection: close\r\n", "Content-Type: text/plain;charset=utf-8\r\n")
                        .endsWith("\r\n\r\nthe request body did not arrive completely, please retry");
            }
            assertThat(capture.budget().free()).isEqualTo(32 * MIB);
            assertThat(capture.send("/e/", oneMebibyte).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void holdsNoMemoryWhileItLetsTheSenderOfARefusedBodyFinish() throws Exception {
        try (Socket tooMuch = dripping(21 * MIB)) {
            Await.until("the body is refused", () -> capture.budget().free() == 32 * MIB);
            capture.age(Duration.ofMinutes(2));
            tooMuch.getOutputStream().write(' ');
            assertThat(answer(tooMuch)).startsWith("HTTP/1.1 413 ");
        }
    }

    /** All that comes until the server closes the connection. */
    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void assertThatAsksToRetry(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("transient error, please retry");
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    }

    /** A request that has sent {@code bytes} of its body and not yet the rest. */
    private Socket unfinished(int bytes) throws IOException {
        return unfinished(bytes, 1);
    }

    /** A request that has sent {@code bytes} of its body and will send a few more. */
    private Socket dripping(int bytes) throws IOException {
        return unfinished(bytes, 1 << 10);
    }

    private Socket unfinished(int bytes, int missing) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), capture.port());
        OutputStream out = socket.getOutputStream();
        out.write(
                utf8("POST /batch/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + (bytes + missing) + "\r\n\r\n"));
        out.write(utf8(" ".repeat(bytes)));
        out.flush();
        return socket;
    }
}
