package dev.tessera.app.capture;

import static dev.tessera.app.capture.TestCapture.event;
import static dev.tessera.app.capture.TestCapture.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.app.http.BodyBudget;
import dev.tessera.app.http.Pieces;
import dev.tessera.app.ingestion.CapturedEvent;
import dev.tessera.app.ingestion.TestIngestion;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an event (spec/ingestion.md 2.3, 3.2, 5.3). */
class PayloadParserTest {
    private static final Instant NOW = Instant.parse("2023-01-01T12:00:00Z");

    @Test
    void keepsEveryPartOfAnEvent() {
        CapturedEvent event = one(event(",\"uuid\":\"0190C0DE-0000-7000-8000-00000000000A\","
                + "\"timestamp\":\"2023-01-01T11:00:00Z\",\"properties\":{\"b\":1,\"a\":[1.50,null]},\"type\":\"x\""));
        assertThat(event)
                .isEqualTo(new CapturedEvent(
                        UUID.fromString("0190c0de-0000-7000-8000-00000000000a"),
                        "e",
                        "u",
                        Instant.parse("2023-01-01T11:00:00Z"),
                        "{\"b\":1,\"a\":[1.5,null]}",
                        "",
                        ""));
    }

    @ParameterizedTest
    @CsvSource(value = {"''", "',\"uuid\":\"\"'", "',\"uuid\":null'"})
    void givesAnEventWithoutAUuidOneOfVersionSevenWithTheTimeOfReceipt(String more) {
        UUID uuid = one(event(more)).uuid();
        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void givesEqualNumbersOneTextWhereverTheyStand() {
        String numbers = "[10, 10.0, 1e1, 1E+1, 10.00, \"10.0\", {\"n\":1.50e1}, 1E3, 15.50, 123456789012345678.120]";
        String texts = "[10,10,10,10,10,\"10.0\",{\"n\":15},1000,15.5,123456789012345678.12]";
        CapturedEvent event = one(event(
                ",\"$set\":{\"a\":%1$s},\"properties\":{\"p\":%1$s,\"$set_once\":{\"o\":%1$s}}".formatted(numbers)));
        assertThat(event.set()).isEqualTo("{\"a\":" + texts + "}");
        assertThat(event.setOnce()).isEqualTo("{\"o\":" + texts + "}");
        assertThat(event.properties())
                .isEqualTo("{\"p\":%1$s,\"$set_once\":{\"o\":%1$s},\"$set\":{\"a\":%1$s}}".formatted(texts));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "23;23",
                "[\"a\", \"b\"];[\"a\",\"b\"]",
                "{\"a\": 1};{\"a\":1}",
                "true;true",
                "1.50;1.5",
                "1e1;10",
                "\" x \"; ` x `"
            })
    void writesADistinctIdThatIsNoTextAsJson(String json, String expected) {
        assertThat(one(withDistinctId(json)).distinctId()).isEqualTo(expected);
    }

    @Test
    void takesTheDistinctIdFromTheTopThenFromTheProperties() {
        String properties = ",\"token\":\"phc_test\",\"properties\":{\"distinct_id\":\"p\"}}";
        assertThat(one("{\"event\":\"e\"" + properties).distinctId()).isEqualTo("p");
        assertThat(one("{\"event\":\"e\",\"distinct_id\":null" + properties).distinctId())
                .isEqualTo("p");
        assertThat(one("{\"event\":\"e\",\"$distinct_id\":\"d\"" + properties).distinctId())
                .isEqualTo("d");
        assertThat(one("{\"event\":\"e\",\"distinct_id\":\"t\",\"$distinct_id\":\"d\"" + properties)
                        .distinctId())
                .isEqualTo("t");
    }

    @Test
    void cutsADistinctIdAtTwoHundredCharactersNotBytes() {
        assertThat(one(withDistinctId("\"" + "x".repeat(250) + "\"")).distinctId())
                .isEqualTo("x".repeat(200));
        assertThat(one(withDistinctId("\"" + "€".repeat(150) + "\"")).distinctId())
                .isEqualTo("€".repeat(150));
        assertThat(one(withDistinctId("\"" + "💡".repeat(250) + "\"")).distinctId())
                .isEqualTo("💡".repeat(200));
    }

    @Test
    void replacesNulInADistinctIdAndAnEventName() {
        CapturedEvent event = one(withDistinctId("\"a\\u0000b\"").replace("\"e\"", "\"x\\u0000\""));
        assertThat(event.distinctId()).isEqualTo("a\uFFFDb");
        assertThat(event.event()).isEqualTo("x\uFFFD");
    }

    @Test
    void cutsAnEventNameAtTwoHundredUnits() {
        assertThat(one(event("").replace("\"e\"", "\"" + "n".repeat(250) + "\""))
                        .event())
                .isEqualTo("n".repeat(200));
    }

    @Test
    void mergesTopLevelPersonPropertiesOverThoseInTheProperties() {
        CapturedEvent event = one(event(",\"$set\":{\"a\":1},\"$set_once\":{\"o\":1},\"properties\":"
                + "{\"$set\":{\"a\":2,\"b\":2},\"$set_once\":\"nonsense\"}"));
        assertThat(event.set()).isEqualTo("{\"a\":1,\"b\":2}");
        assertThat(event.setOnce()).isEqualTo("{\"o\":1}");
        assertThat(event.properties()).isEqualTo("{\"$set\":{\"a\":1,\"b\":2},\"$set_once\":{\"o\":1}}");
    }

    @Test
    void takesPersonPropertiesThatAreNoObjectsForNone() {
        CapturedEvent event = one(event(",\"$set\":[1],\"properties\":{\"$set_once\":5,\"$set\":{}}"));
        assertThat(event.set()).isEmpty();
        assertThat(event.setOnce()).isEmpty();
        assertThat(event.setsPersonProperties()).isFalse();
    }

    @Test
    void leavesATimestampAloneThatAsksForIt() {
        String body = "{\"batch\":[" + event(",\"timestamp\":\"2023-01-01T11:59:55Z\",\"properties\":%s") + "],"
                + "\"sent_at\":\"2023-01-01T12:00:05Z\",\"api_key\":\"phc_test\"}";
        assertThat(one(body.formatted("{\"$ignore_sent_at\":true}")).timestamp())
                .isEqualTo("2023-01-01T11:59:55Z");
        assertThat(one(body.formatted("{\"$ignore_sent_at\":\"true\"}")).timestamp())
                .isEqualTo("2023-01-01T11:59:50Z");
        assertThat(one(body.formatted("{}")).timestamp()).isEqualTo("2023-01-01T11:59:50Z");
    }

    @Test
    void ignoresATimeOfSendingOutsideAnEnvelope() {
        String body = event(",\"timestamp\":\"2023-01-01T11:59:55Z\",\"sent_at\":\"2023-01-01T12:00:05Z\"");
        assertThat(one(body).timestamp()).isEqualTo("2023-01-01T11:59:55Z");
    }

    private static String withDistinctId(String json) {
        return "{\"event\":\"e\",\"distinct_id\":" + json + ",\"token\":\"phc_test\"}";
    }

    private static CapturedEvent one(String json) {
        PayloadParser payload =
                PayloadParser.of(Pieces.of(utf8(json)), CaptureMemory.of(new BodyBudget(CaptureRoutes.BODY_BUDGET)));
        assertThat(payload.token()).contains("phc_test");
        List<CapturedEvent> events =
                TestIngestion.unpack(payload.events(TestCapture.receivedAt(NOW), new SplittableRandom(1)));
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
