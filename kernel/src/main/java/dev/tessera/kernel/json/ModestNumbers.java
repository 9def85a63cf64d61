package dev.tessera.kernel.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ValueNode;

/**
 * Gives equal numbers one text, however they were written: {@code 10}, {@code 10.0} and {@code 1e1} are {@code 10}.
 *
 * <p>No digit is lost. What is whole has no point, and an exponent only beyond 21 digits where that is shorter; any other
 * number has no zeros at its end, and an exponent only below 0.000001. For numbers of JavaScript these are the places
 * where JavaScript has exponents.
 *
 * <p>Refuses numbers that are a few characters of text but a burden to calculate with, or that could be written but not
 * read again.
 */
final class ModestNumbers extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;

    /** Digits of a number, and places that its point may be moved. */
    private static final int MAX_DIGITS = 1_000;

    private static final BigInteger TOO_LARGE = BigInteger.TEN.pow(MAX_DIGITS);

    /** Whole numbers of more digits are written with an exponent when that is shorter. */
    private static final int MAX_PLAIN_DIGITS = 21;

    /** A whole number of no more bits has no more than those digits. */
    private static final int MAX_PLAIN_BITS = 69;

    @Override
    public ValueNode numberNode(BigDecimal value) {
        if (value == null) {
            return super.numberNode(value);
        }
        // The first keeps the second from taking long, and zeros at the end can move the point too far.
        BigDecimal shortest = checked(checked(value).stripTrailingZeros());
        return shortest.scale() > 0 ? super.numberNode(shortest) : whole(shortest);
    }

    @Override
    public ValueNode numberNode(BigInteger value) {
        if (value == null || value.bitLength() <= MAX_PLAIN_BITS) {
            return super.numberNode(value);
        }
        if (value.abs().compareTo(TOO_LARGE) >= 0) {
            throw refused();
        }
        return whole(new BigDecimal(value).stripTrailingZeros());
    }

    /** {@code shortest} as the parser would have it, had it been sent in its text. */
    private ValueNode whole(BigDecimal shortest) {
        int digits = shortest.precision() - shortest.scale();
        if (digits > MAX_DIGITS
                || (digits > MAX_PLAIN_DIGITS && digits > shortest.toString().length())) {
            return super.numberNode(shortest);
        }
        BigInteger plain = shortest.toBigIntegerExact();
        if (plain.bitLength() < Integer.SIZE) {
            return numberNode(plain.intValue());
        }
        return plain.bitLength() < Long.SIZE ? numberNode(plain.longValue()) : super.numberNode(plain);
    }

    private static BigDecimal checked(BigDecimal value) {
        if (value.precision() > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_DIGITS) {
            throw refused();
        }
        return value;
    }

    static StreamConstraintsException refused() {
        return new StreamConstraintsException(
                "A number has more than " + MAX_DIGITS + " digits, or an exponent beyond " + MAX_DIGITS);
    }
}
