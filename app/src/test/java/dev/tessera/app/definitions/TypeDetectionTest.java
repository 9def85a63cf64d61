package dev.tessera.app.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** spec/ingestion.md 5.14, rule by rule. */
class TypeDetectionTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000L);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "price          | 12                    | Numeric",
                "price          | -1.5e3                | Numeric",
                "price          | `\"12\"`              | String",
                "signup_date    | `\"2024-01-02\"`      | DateTime",
                "utm_term       | 5                     | String",
                "UTM_Source     | true                  | String",
                "$initial_utm_x | null                  | String",
                "$feature/beta  | true                  | String",
                "$survey_response_1 | 3                 | String",
                "$feature_flag_response | true          | String",
                "flag           | `\"TRUE\"`            | Boolean",
                "flag           | `\" false \"`         | Boolean",
                "flag           | `\"True\"`            | String",
                "flag           | false                 | Boolean",
                "name           | `\"\"`                | String",
                "name           | `\"\\u0074rue\"`      | Boolean",
                "born           | `\"1990/05/17 00:00:00\"` | DateTime",
            })
    void tellsTheTypeOfAValue(String name, String json, String type) {
        assertThat(detect(name, json)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[\"a\"]", "{\"a\": 1}", "[]"})
    void tellsNoTypeOfWhatHasNone(String json) {
        assertThat(detect("tags", json)).isEqualTo("none");
        assertThat(detect("created_at", json)).isEqualTo("none");
    }

    @Test
    void takesARecentNumberForATimeWhereTheNameSaysSo() {
        assertThat(detect("paid_at", "1684232000")).isEqualTo("DateTime");
        assertThat(detect("paid_at", "1684231999")).isEqualTo("Numeric");
        assertThat(detect("paid_at", "1700000000000")).isEqualTo("DateTime");
        assertThat(detect("paid_at", "99999999999999999999999999")).isEqualTo("DateTime");
        assertThat(detect("paid_at", "-99999999999999999999999999")).isEqualTo("Numeric");
        assertThat(detect("paid_at", "1700000000.5")).isEqualTo("Numeric");
        assertThat(detect("price", "1700000000")).isEqualTo("Numeric");
        for (String name : new String[] {"Time", "UPDATE", "x_at", "x-at", "createdAt", "updatedAt"}) {
            assertThat(detect(name, "1700000000")).as(name).isEqualTo("DateTime");
        }
    }

    @Test
    void neverTakesANegativeNumberForATime() {
        Instant early = Instant.ofEpochSecond(1_000);
        assertThat(TypeDetection.detect("paid_at", new PropertyValue.Whole(-1), early))
                .contains(PropertyType.NUMERIC);
        assertThat(TypeDetection.detect("paid_at", new PropertyValue.Whole(0), early))
                .contains(PropertyType.DATE_TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-02",
                "2024/01/02",
                "01-02-2024",
                "01/02/2024",
                "2024-01-02T03:04:05Z",
                "2024-01-02t03:04:05.123456+02:00",
                "2024-01-02 03:04:05",
                "2024-01-02 03:04:05 and more",
                " 2024-01-02 ",
                "Tue, 1 Jul 2003 10:52:37 +0200",
                "1 Jul 2003 10:52:37 GMT",
            })
    void takesTheseForDates(String text) {
        assertThat(detect("x", '"' + text + '"')).isEqualTo("DateTime");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-1-2",
                "2024-01-02T03:04",
                "2024-01-02x",
                "2024-01",
                "20240102",
                "10:52:37",
                "Jul 2003",
                "on 2024-01-02",
            })
    void takesTheseForOtherTexts(String text) {
        assertThat(detect("x", '"' + text + '"')).isEqualTo("String");
    }

    private static String detect(String name, String json) {
        PropertyScanner scanner = new PropertyScanner("{\"x\":" + json + "}");
        assertThat(scanner.next()).isTrue();
        return TypeDetection.detect(name, scanner.value(), NOW)
                .map(PropertyType::wireName)
                .orElse("none");
    }
}
