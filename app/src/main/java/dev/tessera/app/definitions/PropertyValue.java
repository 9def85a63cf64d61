package dev.tessera.app.definitions;

/** The value of a property, as far as it tells the property's type. */
sealed interface PropertyValue {
    /** A string. */
    record Text(String text) implements PropertyValue {}

    /** A number without fraction and exponent; one that does not fit is the nearest that does. */
    record Whole(long number) implements PropertyValue {}

    /** Any other number. */
    record Fraction() implements PropertyValue {}

    /** True or false. */
    record Truth() implements PropertyValue {}

    /** Null, a list or an object: it tells no type. */
    record Untyped() implements PropertyValue {}
}
