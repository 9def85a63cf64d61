package dev.tessera.app.capture;

import static dev.tessera.app.capture.TestCapture.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.http.BodyBudget;
import dev.tessera.app.http.Pieces;
import dev.tessera.app.ingestion.AcceptedEvents;
import dev.tessera.app.ingestion.CapturedEvent;
import dev.tessera.app.ingestion.TestIngestion;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.property.Choices;
import dev.tessera.kernel.property.Property;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever comes, the answer is events that the stores can take, or a refusal with a status; never another failure. */
class PayloadParserFuzzTest {
    private static final Instant NOW = Instant.parse("2023-01-01T12:00:00Z");

    private static final List<String> SAMPLES = List.of(
            "{\"api_key\":\"phc_test\",\"batch\":[{\"event\":\"e\",\"distinct_id\":\"u\",\"timestamp\":"
                    + "\"2023-01-01T11:59:55Z\",\"uuid\":\"0190c0de-0000-7000-8000-00000000000a\",\"properties\":"
                    + "{\"$set\":{\"a\":1.5},\"$groups\":{\"company\":\"x\"}}}],\"sent_at\":\"2023-01-01T12:00:05Z\"}",
            "[{\"event\":\"e\",\"distinct_id\":[\"a\",{\"b\":null}],\"token\":\"phc_test\",\"offset\":5000,"
                    + "\"$set\":{\"ö💡\":[true,-0.0,1e5]},\"$set_once\":{}}]",
            "{\"event\":\"$pageview\",\"properties\":{\"token\":\"phc_test\",\"distinct_id\":\"u\\ud83d\\ude00\"}}");

    /** Pieces that have broken parsers before. */
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "null",
            "true",
            "0",
            "-",
            ".",
            "e",
            "1e99999999999",
            "1e308",
            "9".repeat(999),
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\u0000",
            "\uFEFF",
            "\"$set\"",
            "{}",
            "[]",
            "\"batch\":",
            "\"+999999999-01-01\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "-9223372036854775808",
            "[".repeat(150),
            " ",
            "\n");

    @Test
    void survivesRandomBytes() {
        Property.holds(
                2_000, choices -> choices.list(200, it -> (byte) it.below(256)), list -> eventsOrRefusal(bytes(list)));
    }

    @Test
    void survivesPayloadsWithSomethingBroken() {
        Property.holds(5_000, PayloadParserFuzzTest::mutated, text -> eventsOrRefusal(utf8(text)));
    }

    @Test
    void survivesPayloadsCutAnywhere() {
        for (String sample : SAMPLES) {
            byte[] whole = utf8(sample);
            for (int length = 0; length <= whole.length; length++) {
                eventsOrRefusal(Arrays.copyOf(whole, length));
            }
        }
    }

    private static void eventsOrRefusal(byte[] body) {
        PayloadParser payload;
        AcceptedEvents events;
        try {
            payload = PayloadParser.of(Pieces.of(body), CaptureMemory.of(new BodyBudget(CaptureRoutes.BODY_BUDGET)));
            events = payload.events(TestCapture.receivedAt(NOW), new SplittableRandom(1));
        } catch (CaptureException e) {
            assertThat(e.failure().status()).isIn(400, 401, 413);
            assertThat(e.failure().text()).isNotBlank().doesNotContain("jackson", "`Stream", "Source:");
            return;
        }
        assertThat(payload.token()).hasValueSatisfying(it -> assertThat(it).isNotBlank());
        TestIngestion.unpack(events).forEach(PayloadParserFuzzTest::requireStorable);
    }

    /** The applier reads the texts again, and must never stumble: it would stop there for good. */
    private static void requireStorable(CapturedEvent event) {
        assertThat(event.event()).isNotEmpty().hasSizeLessThanOrEqualTo(200).doesNotContain("\0");
        assertThat(event.distinctId()).isNotBlank().doesNotContain("\0");
        assertThat(event.timestamp()).isBetween("0000-01-01T00:00:00Z", "2023-01-02T11:00:00.001Z");
        for (String text : List.of(event.properties(), event.set(), event.setOnce())) {
            String stored = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            assertThat(stored.isEmpty() || Json.parse(stored).isObject()).isTrue();
        }
    }

    private static String mutated(Choices choices) {
        StringBuilder text = new StringBuilder(choices.of(SAMPLES));
        int mutations = choices.between(1, 4);
        for (int i = 0; i < mutations; i++) {
            int from = choices.below(text.length() + 1);
            int to = Math.min(text.length(), from + choices.of(0, 1, 3, 20));
            text.replace(from, to, choices.of("", choices.of(PIECES), choices.of(SAMPLES)));
        }
        return text.toString();
    }

    private static byte[] bytes(List<Byte> list) {
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = list.get(i);
        }
        return bytes;
    }
}
