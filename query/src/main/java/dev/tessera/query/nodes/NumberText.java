package dev.tessera.query.nodes;

import dev.tessera.kernel.json.Json;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The text that a number of an event has in queries.
 *
 * <p>A whole number without an exponent is read to the last digit. Any other is read as a double, unless it is too large
 * for one.
 */
public final class NumberText {
    /** From here on doubles are read with an exponent. */
    private static final double EXPONENTS = 1e21;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,1000}(\\.\\d{1,1000})?([eE][+-]?\\d{1,4})?");

    private NumberText() {}

    /** The number that {@code text} is a JSON text of, as it is read. */
    public static Optional<String> meantBy(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(Json.parse(text)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static String of(JsonNode number) {
        JsonNode stored = Json.number(number.decimalValue());
        double read = stored.decimalValue().doubleValue();
        if (stored.isIntegralNumber() || Double.isInfinite(read)) {
            return Json.write(stored);
        }
        String text = Json.write(Json.number(new BigDecimal(Double.toString(read))))
                .toLowerCase(Locale.ROOT)
                .replace("+", "");
        // Of a fraction that a double has no room for, a sign of it remains.
        return read == Math.rint(read) && Math.abs(read) < EXPONENTS ? text + ".0" : text;
    }
}
