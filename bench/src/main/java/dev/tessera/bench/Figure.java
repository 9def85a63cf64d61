package dev.tessera.bench;

import java.util.Locale;

/**
 * One measured number.
 *
 * @param target what the product wants to reach, or empty
 * @param yardstick what the same run measured for comparison, or empty
 */
record Figure(String benchmark, String name, double value, String unit, String target, String yardstick) {
    Figure(String benchmark, String name, double value, String unit) {
        this(benchmark, name, value, unit, "", "");
    }

    Figure target(String text) {
        return new Figure(benchmark, name, value, unit, text, yardstick);
    }

    Figure beside(String text) {
        return new Figure(benchmark, name, value, unit, target, text);
    }

    /** The value with as many decimals as are worth reading. */
    String shown() {
        return number(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.2f", value);
    }
}
