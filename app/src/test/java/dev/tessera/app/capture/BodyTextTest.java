package dev.tessera.app.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.property.Choices;
import dev.tessera.kernel.property.Property;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BodyTextTest {
    @Test
    void knowsAtWhichByteEachCharacterStands() {
        Property.holds(500, BodyTextTest::text, BodyTextTest::checkPlaces);
    }

    @Test
    void readsTextInPiecesOfAnySize() {
        String text = "a€ö💡".repeat(5_000);
        for (int piece : new int[] {1, 2, 3, 5, 8_191, 8_192, 8_193}) {
            assertThat(readAll(new BodyText(inPieces(text, piece)))).isEqualTo(text);
        }
    }

    @Test
    void leavesOutAByteOrderMark() throws IOException {
        BodyText text = new BodyText(new ByteArrayInputStream("\uFEFF{}".getBytes(StandardCharsets.UTF_8)));
        char[] target = new char[10];
        assertThat(text.read(target)).isEqualTo(2);
        assertThat(text.byteAt(1)).isEqualTo(4);
    }

    @Test
    void refusesWhatIsNotUtf8OrCutOff() {
        for (byte[] bytes : new byte[][] {{'a', (byte) 0xFF}, {'a', (byte) 0xE2, (byte) 0x82}}) {
            assertThatThrownBy(() -> BodyText.check(new ByteArrayInputStream(bytes)))
                    .isInstanceOf(CaptureException.class)
                    .hasMessage("failed to decode request: invalid UTF8 in request payload");
        }
    }

    private static String text(Choices choices) {
        StringBuilder text = new StringBuilder();
        int parts = choices.between(1, 20);
        for (int i = 0; i < parts; i++) {
            text.append(choices.of("a", "ö", "€", "💡", "plain", "\n").repeat(choices.of(1, 3, 997, 4_001)));
        }
        return text.toString();
    }

    private static void checkPlaces(String expected) {
        try (BodyText text = new BodyText(inPieces(expected, 1_000))) {
            char[] target = new char[4_000];
            long chars = 0;
            long bytes = 0;
            for (int count = text.read(target); count >= 0; count = text.read(target)) {
                assertThat(text.byteAt(chars)).isEqualTo(bytes);
                int some = Character.isHighSurrogate(target[count / 2]) ? count / 2 + 2 : count / 2 + 1;
                if (!Character.isLowSurrogate(target[count / 2]) && some <= count) {
                    long here = bytes + new String(target, 0, some).getBytes(StandardCharsets.UTF_8).length;
                    assertThat(text.byteAt(chars + some)).isEqualTo(here);
                }
                chars += count;
                bytes += new String(target, 0, count).getBytes(StandardCharsets.UTF_8).length;
                assertThat(text.byteAt(chars)).isEqualTo(bytes);
            }
            assertThat(chars).isEqualTo(expected.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readAll(BodyText text) {
        StringBuilder all = new StringBuilder();
        char[] target = new char[100];
        try {
            for (int count = text.read(target); count >= 0; count = text.read(target)) {
                all.append(target, 0, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    /** A stream that gives {@code piece} bytes at a time at most. */
    private static InputStream inPieces(String text, int piece) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int from, int most) {
                return super.read(target, from, Math.min(most, piece));
            }
        };
    }
}
