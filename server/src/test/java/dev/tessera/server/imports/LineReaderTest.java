package dev.tessera.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.property.Property;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void splitsLinesHoweverTheyEnd() {
        assertThat(texts("a\nb\r\n\n\rc\r")).containsExactly("a", "b", "", "\rc");
    }

    @Test
    void numbersLinesFromOneBlankOnesIncluded() {
        assertThat(lines("a\n\nb")).extracting(Line::number).containsExactly(1L, 2L, 3L);
    }

    @Test
    void anEmptyFileHasNoLine() {
        assertThat(lines("")).isEmpty();
    }

    @Test
    void leavesOutAByteOrderMark() {
        assertThat(texts("\uFEFF{}\n\uFEFF")).containsExactly("{}", "\uFEFF");
    }

    @Test
    void keepsOnlyTheBeginningOfALineThatIsTooLong() {
        List<Line> lines = lines("x".repeat(LineReader.MAX_LINE + 1) + "\n" + "y".repeat(LineReader.MAX_LINE) + "\nz");
        assertThat(lines).extracting(Line::cut).containsExactly(true, false, false);
        assertThat(lines)
                .extracting(line -> line.bytes().length)
                .containsExactly(LineReader.MAX_LINE, LineReader.MAX_LINE, 1);
    }

    @Test
    void whereTheStreamIsCutIntoPiecesMakesNoDifference() {
        Property.holds(200, choices -> choices.list(40, it -> it.of("a", "\n", "\r\n", "b".repeat(40_000))), pieces -> {
            String text = String.join("", pieces);
            List<String> expected = new ArrayList<>(List.of(text.split("\r?\n", -1)));
            if (expected.getLast().isEmpty()) {
                expected.removeLast();
            }
            assertThat(texts(text)).isEqualTo(expected);
        });
    }

    private static List<String> texts(String file) {
        return lines(file).stream()
                .map(line -> new String(line.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<Line> lines(String file) {
        InputStream in = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        LineReader reader = new LineReader(in);
        List<Line> lines = new ArrayList<>();
        try {
            for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
