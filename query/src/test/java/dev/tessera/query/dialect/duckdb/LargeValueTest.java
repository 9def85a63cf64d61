package dev.tessera.query.dialect.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.property.Choices;
import dev.tessera.kernel.property.Property;
import dev.tessera.query.plan.LongText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LargeValueTest {
    private static final LargeValue.Kind STRING = LargeValue.Kind.STRING;

    @Test
    void aValueOfUpToTwoThousandBytesIsOneRow() {
        assertThat(LargeValue.rows("plan", STRING, "")).containsExactly(new LargeValue("plan", STRING, 0, ""));
        String longest = "ü".repeat(1_000);
        assertThat(LargeValue.rows("plan", STRING, longest))
                .containsExactly(new LargeValue("plan", STRING, 0, longest));
    }

    @Test
    void aLongerOneIsALabelAndPieces() {
        String text = "ü".repeat(1_001);
        assertThat(LargeValue.rows("plan", STRING, text))
                .containsExactly(
                        new LargeValue("plan", LargeValue.Kind.LABEL, 0, LongText.label(text)),
                        new LargeValue("plan", STRING, 1, "ü".repeat(1_000)),
                        new LargeValue("plan", STRING, 2, "ü".repeat(301)));
    }

    @Test
    void aLongNameIsALabelAndPieces() {
        String name = "n".repeat(2_001);
        assertThat(LargeValue.rows(name, LargeValue.Kind.JSON, "1"))
                .containsExactly(
                        new LargeValue(LongText.label(name), LargeValue.Kind.JSON, 0, "1"),
                        new LargeValue(LongText.label(name), LargeValue.Kind.NAME, 1, "n".repeat(2_000)),
                        new LargeValue(LongText.label(name), LargeValue.Kind.NAME, 2, "n".repeat(301)));
    }

    @Test
    void labelsAreTheBeginningAndTheDigest() {
        String text = "💡".repeat(501);
        assertThat(LongText.label("💡".repeat(500))).isEqualTo("💡".repeat(500));
        assertThat(LongText.label(text)).matches("(💡){200}… \\(SHA-256 [0-9a-f]{64}\\)");
        assertThat(LongText.label(text)).isNotEqualTo(LongText.label(text + "!"));
    }

    /** What a search relies on. */
    @Test
    void whateverIsInTheTextAndNoLongerThanTheOverlapIsInOnePiece() {
        Property.holds(200, LargeValueTest::longText, text -> {
            List<String> pieces = LargeValue.rows("plan", STRING, text).stream()
                    .filter(it -> it.number() > 0)
                    .map(LargeValue::text)
                    .toList();
            assertThat(pieces)
                    .allSatisfy(it -> assertThat(it.getBytes(StandardCharsets.UTF_8).length)
                            .isLessThanOrEqualTo(LargeValue.MAX_BYTES));
            int characters = text.codePointCount(0, text.length());
            for (int from = 0; from + LargeValue.OVERLAP <= characters; from += 7) {
                int start = text.offsetByCodePoints(0, from);
                String part = text.substring(start, text.offsetByCodePoints(start, LargeValue.OVERLAP));
                assertThat(pieces).anyMatch(it -> it.contains(part));
            }
        });
    }

    private static String longText(Choices choices) {
        StringBuilder text = new StringBuilder("x".repeat(LongText.MAX_BYTES));
        for (int i = choices.between(1, 40); i > 0; i--) {
            text.append(choices.of("a", "ü", "€", "💡", "-").repeat(choices.between(1, 99)))
                    .append(i);
        }
        return text.toString();
    }
}
