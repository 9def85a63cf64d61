package dev.tessera.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.property.Choices;
import dev.tessera.kernel.property.Property;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":[1.50,-2,null,true,\"x\"]}",
                "123456789012345678901234567890",
                "\"Änn 💡 \\u0000\"",
                "[[],{}]"
            })
    void keepsOrderAndNumbersAsTheyAre(String text) {
        assertThat(Json.write(Json.parse(text))).isEqualTo(text);
        assertThat(Json.parse(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Json.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e99999999999", "-1e-99999999999", "1e2147483647", "12e2147483647", "1e1001", "[1.0e-1001]"})
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
