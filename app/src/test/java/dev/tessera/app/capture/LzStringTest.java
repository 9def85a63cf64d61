package dev.tessera.app.capture;

import static dev.tessera.app.capture.TestCapture.batch;
import static dev.tessera.app.capture.TestCapture.event;
import static dev.tessera.app.capture.TestCapture.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LZ-string, packed by version 1.5.0 of its JavaScript library (spec/ingestion.md 2.2 step 4). */
class LzStringTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | Q===",
                "a | IZA=",
                "aaaaaaaaaaaaaaaaaaaaaaaaa | IY18WQ==",
                "{\"ö\":\"💡€\"} | N4IgbyBcKLwbiFO4GoIQF8g=",
                "{\"event\":\"e\",\"distinct_id\":\"u\",\"token\":\"phc_test\"}"
                        + " | N4IgpgbmB2AuIC5wgDQgCYEsDOtPQGNYB9TdREAV1RFgHsBrGCgBwAsDjYxcQBfIA==="
            })
    void unpacksWhatTheLibraryPacked(String text, String packed) {
        assertThat(unpacked(packed)).isEqualTo(text);
        assertThat(LzPacker.pack(text)).as("the packer of these tests").isEqualTo(packed);
    }

    @Test
    void unpacksTextsOfAnyLength() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append("item").append(i * 7_919 % 1_000).append(";ö€");
        }
        assertThat(unpacked(LzPacker.pack(text.toString()))).isEqualTo(text.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz64", "LZ-string"})
    void whatTheQueryOrTheFormCallsSoIsStored(String name) {
        String packed = LzPacker.pack(batch(event("")));
        String form = "data=" + URLEncoder.encode(packed, StandardCharsets.UTF_8);
        String type = "application/x-www-form-urlencoded";
        try (TestCapture capture = new TestCapture(directory)) {
            assertThat(capture.send("/e/?compression=" + name, utf8(packed)).statusCode())
                    .isEqualTo(200);
            assertThat(capture.send("/e/?compression=" + name, utf8(form), "Content-Type", type)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(capture.send("/e/", utf8(form + "&compression=" + name), "Content-Type", type)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(capture.request("GET", "/e/?compression=" + name + "&" + form)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(capture.ingestion().journaled()).hasSize(4);
            assertThat(capture.send("/e/?compression=" + name, utf8(event(""))).statusCode())
                    .isEqualTo(400);
        }
    }

    /** Each code goes on from the last, so that phrases grow by a character: a few kilobytes are a gigabyte. */
    @Test
    void stopsUnpackingABombAtTheLimit() {
        String bomb = LzPacker.packed('x', 20_000);
        assertThat(bomb).hasSizeLessThan(64 << 10);
        try (TestCapture capture = new TestCapture(directory)) {
            assertThat(capture.send("/e/?compression=lz64", utf8(bomb)).statusCode())
                    .isEqualTo(413);
            assertThat(capture.budget().free()).isEqualTo(CaptureRoutes.BODY_BUDGET);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "!!!!", "BYUw", "N4IgpgbmB2Au", "/////w==", "Aa", "wwww"})
    void refusesWhatWasNotPackedByIt(String packed) {
        assertThatThrownBy(() -> unpacked(packed))
                .isInstanceOf(CaptureException.class)
                .hasMessage("failed to decode request: invalid LZ-string data");
    }

    private static String unpacked(String packed) {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        LzString.unpack(utf8(packed), unpacked::writeBytes);
        return unpacked.toString(StandardCharsets.UTF_8);
    }
}
