package dev.tessera.app.definitions;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells the type of a property from its name and one of its values (spec/ingestion.md 5.14). */
final class TypeDetection {
    private static final List<String> TEXT_PREFIXES = List.of("utm_", "$initial_utm_", "$feature/", "$survey_response");
    private static final String TEXT_NAME = "$feature_flag_response";
    private static final List<String> TIME_PARTS = List.of("time", "date", "_at", "-at", "createdat", "updatedat");

    /** A number in a property with a name of time is a time when it is not older than half a year, in seconds. */
    private static final long RECENT_SECONDS = 15_768_000;

    private static final Pattern CALENDAR_DATE = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2}|\\d{4}/\\d{2}/\\d{2}|\\d{2}-\\d{2}-\\d{4}|\\d{2}/\\d{2}/\\d{4})"
                    + "([Tt ]\\d{2}:\\d{2}:\\d{2}.*)?",
            Pattern.DOTALL);
    private static final Pattern MAIL_DATE = Pattern.compile(
            "((Mon|Tue|Wed|Thu|Fri|Sat|Sun), *)?\\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{2,4}"
                    + " \\d{2}:\\d{2}(:\\d{2})? ([+-]\\d{4}|UTC|UT|GMT|[ECMP][SD]T|[A-Z])",
            Pattern.CASE_INSENSITIVE);

    private TypeDetection() {}

    /** The type, or empty when the value tells none. */
    static Optional<PropertyType> detect(String name, PropertyValue value, Instant now) {
        String key = name.toLowerCase(Locale.ROOT);
        if (key.equals(TEXT_NAME) || TEXT_PREFIXES.stream().anyMatch(key::startsWith)) {
            return Optional.of(PropertyType.STRING);
        }
        if (TIME_PARTS.stream().anyMatch(key::contains) && tellsTime(value, now)) {
            return Optional.of(PropertyType.DATE_TIME);
        }
        return switch (value) {
            case PropertyValue.Text it -> Optional.of(ofText(it.text().strip()));
            case PropertyValue.Whole _, PropertyValue.Fraction _ -> Optional.of(PropertyType.NUMERIC);
            case PropertyValue.Truth _ -> Optional.of(PropertyType.BOOLEAN);
            case PropertyValue.Untyped _ -> Optional.empty();
        };
    }

    private static boolean tellsTime(PropertyValue value, Instant now) {
        return switch (value) {
            case PropertyValue.Text it -> isDate(it.text().strip());
            case PropertyValue.Whole it -> it.number() >= Math.max(0, now.getEpochSecond() - RECENT_SECONDS);
            case PropertyValue.Fraction _, PropertyValue.Truth _, PropertyValue.Untyped _ -> false;
        };
    }

    private static PropertyType ofText(String text) {
        if (Stream.of("true", "false", "TRUE", "FALSE").anyMatch(text::equals)) {
            return PropertyType.BOOLEAN;
        }
        return isDate(text) ? PropertyType.DATE_TIME : PropertyType.STRING;
    }

    private static boolean isDate(String text) {
        return CALENDAR_DATE.matcher(text).matches() || MAIL_DATE.matcher(text).matches();
    }
}
