package dev.tessera.query.nodes;

import dev.tessera.kernel.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** The type of a JSON value. */
enum Shape {
    BOOLEAN("true or false"),
    NUMBER("a number"),
    TEXT("a text"),
    LIST("a list"),
    OBJECT("an object"),
    /** Any type. */
    ANY("a value");

    private final String description;

    Shape(String description) {
        this.description = description;
    }

    /** Refuses {@code value} when it is of another type. */
    void check(JsonNode value, String name, String path) {
        boolean fits = switch (this) {
            case BOOLEAN -> value.isBoolean();
            case NUMBER -> value.isNumber();
            case TEXT -> value.isString();
            case LIST -> value.isArray();
            case OBJECT -> value.isObject();
            case ANY -> true;
        };
        if (!fits) {
            throw ProblemException.invalid("\"" + name + "\" has to be " + description + ".", path);
        }
    }
}
