package dev.tessera.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.property.Choices;
import dev.tessera.kernel.property.Property;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":[1.5,-2,null,true,\"x\"]}",
                "123456789012345678901234567890",
                "\"Änn 💡 \\u0000\"",
                "[[],{}]"
            })
    void keepsWhatIsCompact(String text) {
        assertThat(Json.write(Json.parse(text))).isEqualTo(text);
        assertThat(Json.parse(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Json.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10 10.0 10.00 1e1 1E+1 1.0e+1 100e-1",
        "-10, -10 -10.0 -1e1",
        "0, 0 -0 0.0 -0.0 0e10 0E-10",
        "1000, 1E3 1000.000",
        "15.5, 15.5 15.50 1.55e1 155e-1",
        "2147483648, 2147483648 2147483648.0 2.147483648e9",
        "-9223372036854775808, -9223372036854775808 -9223372036854775808.0",
        "9223372036854775808, 9223372036854775808 9223372036854775808.0",
        "100000000000000000000, 1e20 100000000000000000000 100000000000000000000.0",
        "1E+21, 1e21 1000000000000000000000 1000000000000000000000.0",
        "1.5E+300, 1.5e300 15e299",
        "123456789012345678901234567890, 123456789012345678901234567890 123456789012345678901234567890.0",
        "0.000001, 0.000001 1e-6 0.0000010",
        "1E-7, 1e-7 0.0000001 0.00000010 10e-8",
        "123456789012345678.123456789, 123456789012345678.123456789 123456789012345678.1234567890"
    })
    void readsEveryWritingOfANumberAsOneText(String text, String writings) {
        for (String writing : writings.split(" ", -1)) {
            assertThat(Json.write(Json.parse("[" + writing + "]"))).isEqualTo("[" + text + "]");
            assertThat(Json.parse(writing)).isEqualTo(Json.parse(text));
            assertThat(Json.number(new BigDecimal(writing))).isEqualTo(Json.parse(text));
        }
    }

    @Test
    void writesEqualNumbersAlikeAndOthersNot() {
        Property.holds(
                3_000,
                choices -> List.of(number(choices), number(choices), choices.of("", "0", "000")),
                texts -> accepted(texts.getFirst()).ifPresent(number -> {
                    BigDecimal value = new BigDecimal(texts.getFirst());
                    String written = Json.write(number);
                    assertThat(new BigDecimal(written)).isEqualByComparingTo(value);
                    accepted(value.toPlainString())
                            .ifPresent(it -> assertThat(Json.write(it)).isEqualTo(written));
                    accepted(value.unscaledValue() + texts.getLast() + "e"
                                    + -((long) value.scale() + texts.getLast().length()))
                            .ifPresent(it -> assertThat(Json.write(it)).isEqualTo(written));
                    accepted(texts.get(1))
                            .ifPresent(other -> assertThat(Json.write(other).equals(written))
                                    .isEqualTo(value.compareTo(new BigDecimal(texts.get(1))) == 0));
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e99999999999",
                "-1e-99999999999",
                "1e2147483647",
                "12e2147483647",
                "1e1001",
                "[1.0e-1001]",
                "10e1000"
            })
    void refusesNumbersWithAHugeExponent(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> Json.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("A number has more than 1000 digits, or an exponent beyond 1000");
    }

    @Test
    void refusesNumbersOfMoreThanAThousandDigits() {
        assertThat(Json.write(Json.parse("9".repeat(1_000)))).isEqualTo("9".repeat(1_000));
        assertThatThrownBy(() -> Json.parse("9".repeat(1_001))).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> Json.parse("0." + "9".repeat(1_001))).isInstanceOf(JacksonException.class);
    }

    @Test
    void readsEveryNumberAgainThatItWrote() {
        Property.holds(
                3_000,
                JsonTest::number,
                text -> accepted(text).ifPresent(number -> {
                    String written = Json.write(number);
                    assertThat(Json.parse(written)).isEqualTo(number);
                    assertThat(Json.write(Json.parse(written))).isEqualTo(written);
                    assertThat(Json.write(Json.parse(written.getBytes(StandardCharsets.UTF_8))))
                            .isEqualTo(written);
                }));
    }

    @Test
    void refusesMoreThanTwoHundredLevels() {
        assertThat(Json.parse("[".repeat(200) + "]".repeat(200)).isArray()).isTrue();
        assertThatThrownBy(() -> Json.parse("[".repeat(201) + "]".repeat(201))).isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "{\"a\":NaN}", "[1] [2]", "\"\u0001\"", "01"})
    void refusesWhatIsNotOneJsonValue(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JacksonException.class);
    }

    @Test
    void writesInstantsWithMicrosecondsOnlyWhenThereAreSome() {
        assertThat(Json.instant(Instant.parse("2022-04-01T12:45:00.000000999Z")))
                .isEqualTo("2022-04-01T12:45:00Z");
        assertThat(Json.instant(Instant.parse("2022-04-01T12:45:00.120Z"))).isEqualTo("2022-04-01T12:45:00.120000Z");
    }

    private static Optional<JsonNode> accepted(String text) {
        try {
            return Optional.of(Json.parse(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** A number, often of about a thousand digits. */
    private static String number(Choices choices) {
        String sign = choices.of("", "-");
        String whole = digits(choices);
        String fraction = choices.of("", ".0", "." + digits(choices));
        String exponent = choices.of("", "e" + choices.of("", "+", "-") + (choices.of(0, 990) + choices.below(20)));
        return sign + (whole.startsWith("0") ? "0" : whole) + fraction + exponent;
    }

    private static String digits(Choices choices) {
        return choices.of("1", "0", "9", "1000")
                .concat(choices.of("", "0", "9").repeat(choices.of(0, 3, 480, 980) + choices.below(20)));
    }
}
