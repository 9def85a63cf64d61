package dev.tessera.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class EventParserTest {
    private static final String UUID_TEXT = "0190a000-0000-7000-8000-000000000001";

    @Test
    void aLineWithAUuidStaysAsItIs() {
        String line = " {\"uuid\" : \"" + UUID_TEXT + "\", \"event\":\"x\" , \"n\":1.10e3}  ";
        assertThat(sent(7, line)).isEqualTo(line);
    }

    @Test
    void aMissingUuidIsPutInFrontOfTheRest() {
        String line = " { \"event\":\"é\", \"n\":1.10e3}";
        String uuid = uuidOf(sent(1, line));
        assertThat(sent(1, line)).isEqualTo(" {\"uuid\":\"" + uuid + "\", \"event\":\"é\", \"n\":1.10e3}");
        assertThat(UUID.fromString(uuid).version()).isEqualTo(5);
    }

    @Test
    void anEmptyObjectStaysAnObject() {
        assertThat(Json.parse(sent(1, "{ }")).size()).isEqualTo(1);
    }

    @Test
    void anEmptyUuidIsFilledWhereItStands() {
        String line = "{\"event\":\"x\",\"uuid\": null ,\"a\":\"uuid\"}";
        assertThat(sent(1, line)).isEqualTo(line.replace("null", "\"" + uuidOf(sent(1, line)) + "\""));
        line = "{\"event\":\"x\",\"uuid\":\"\"}";
        assertThat(sent(1, line)).isEqualTo(line.replace("\"\"", "\"" + uuidOf(sent(1, line)) + "\""));
    }

    @Test
    void ofTwoUuidsTheLastCounts() {
        String line = "{\"uuid\":\"" + UUID_TEXT + "\",\"uuid\":null}";
        assertThat(uuidOf(sent(1, line))).isNotEqualTo(UUID_TEXT).hasSize(36);
        line = "{\"uuid\":null,\"uuid\":\"" + UUID_TEXT + "\"}";
        assertThat(sent(1, line)).isEqualTo(line);
    }

    @Test
    void aUuidInsideThePropertiesIsNotTheEvents() {
        assertThat(uuidOf(sent(1, "{\"properties\":{\"uuid\":\"" + UUID_TEXT + "\"}}")))
                .isNotEqualTo(UUID_TEXT);
    }

    @Test
    void theMadeUuidDependsOnContentAndPositionOnly() {
        String made = uuidOf(sent(1, "{\"event\":\"x\"}"));
        assertThat(uuidOf(sent(1, "{\"event\":\"x\"}"))).isEqualTo(made);
        assertThat(uuidOf(sent(2, "{\"event\":\"x\"}"))).isNotEqualTo(made);
        assertThat(uuidOf(sent(1, "{\"event\":\"y\"}"))).isNotEqualTo(made);
    }

    /** Another way to make them would store every log that has been imported a second time. */
    @Test
    void theMadeUuidNeverChangesFromReleaseToRelease() {
        assertThat(uuidOf(sent(1, "{\"event\":\"x\"}"))).isEqualTo("8d00c950-a461-5f10-8c1b-c6bdf167d9ce");
    }

    @Test
    void theSenderIsTheDistinctIdWhereverItStands() {
        assertThat(sender("{\"distinct_id\":\"a\",\"$distinct_id\":\"b\",\"properties\":{\"distinct_id\":\"c\"}}"))
                .isEqualTo("a");
        assertThat(sender("{\"distinct_id\":null,\"$distinct_id\":\"b\"}")).isEqualTo("b");
        assertThat(sender("{\"properties\":{\"deep\":{\"distinct_id\":\"d\"},\"distinct_id\":23}}"))
                .isEqualTo("23");
        assertThat(sender("{\"distinct_id\":[\"a\"],\"properties\":7}")).isEmpty();
    }

    @Test
    void whatIsNotOneObjectIsRefused() {
        assertThatThrownBy(() -> parse(1, "[{}]"))
                .isInstanceOf(ImportException.class)
                .hasMessage("not a JSON object");
        assertThatThrownBy(() -> parse(1, "{} {}")).hasMessage("there is more than one JSON value on the line");
        assertThatThrownBy(() -> parse(1, "{\"a\":")).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> parse(1, "event,distinct_id")).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> parse(1, "{}}")).isInstanceOf(JacksonException.class);
    }

    private static String sender(String line) {
        return parse(1, line).sender();
    }

    private static String uuidOf(String json) {
        return Json.parse(json).path("uuid").asString();
    }

    private static String sent(long number, String line) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            parse(number, line).writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString(StandardCharsets.UTF_8);
    }

    private static Event parse(long number, String line) {
        return EventParser.parse(new Line(number, line.getBytes(StandardCharsets.UTF_8), false));
    }
}
