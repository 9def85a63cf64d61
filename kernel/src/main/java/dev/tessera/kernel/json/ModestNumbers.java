package dev.tessera.kernel.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ValueNode;

/**
 * Refuses numbers that are a few characters of text but a burden to calculate with, or that could be written but not
 * read again.
 */
final class ModestNumbers extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;

    /** Digits of a number, and places that its point may be moved. */
    private static final int MAX_DIGITS = 1_000;

    private static final int MAX_BITS = BigInteger.TEN.pow(MAX_DIGITS).bitLength();

    @Override
    public ValueNode numberNode(BigDecimal value) {
        if (value != null && (value.precision() > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_DIGITS)) {
            throw refused();
        }
        return super.numberNode(value);
    }

    @Override
    public ValueNode numberNode(BigInteger value) {
        if (value != null && value.bitLength() > MAX_BITS) {
            throw refused();
        }
        return super.numberNode(value);
    }

    static StreamConstraintsException refused() {
        return new StreamConstraintsException(
                "A number has more than " + MAX_DIGITS + " digits, or an exponent beyond " + MAX_DIGITS);
    }
}
