package dev.tessera.app.http;

import dev.tessera.kernel.json.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON Schema (draft 2020-12, as OpenAPI 3.1 uses it) of a value on the wire. */
public record Schema(ObjectNode json) {
    /** Any JSON value. */
    public static Schema any() {
        return new Schema(Json.object());
    }

    public static Schema string() {
        return type("string");
    }

    public static Schema integer() {
        return type("integer");
    }

    public static Schema number() {
        return type("number");
    }

    public static Schema bool() {
        return type("boolean");
    }

    /** An instant, {@code 2022-04-01T12:45:00Z}. */
    public static Schema instant() {
        return format("date-time");
    }

    public static Schema uuid() {
        return format("uuid");
    }

    /** A text that is one of {@code values}. */
    public static Schema oneOf(String... values) {
        Schema schema = string();
        ArrayNode allowed = schema.json.putArray("enum");
        List.of(values).forEach(allowed::add);
        return schema;
    }

    public static Schema list(Schema items) {
        Schema schema = type("array");
        schema.json.set("items", items.json);
        return schema;
    }

    /** An object of any keys; {@link #field} names those that are known. */
    public static Schema object() {
        return type("object");
    }

    /** The envelope of a page of {@code items} (spec/dashboards.md 1.5). */
    public static Schema page(Schema items) {
        return object().field("count", integer())
                .field("next", string().nullable())
                .field("previous", string().nullable())
                .field("results", list(items));
    }

    /** This object with one more known key. */
    public Schema field(String name, Schema schema) {
        ObjectNode copy = json.deepCopy();
        copy.withObjectProperty("properties").set(name, schema.json);
        return new Schema(copy);
    }

    /** This object with one more key that must be there. */
    public Schema required(String name, Schema schema) {
        Schema copy = field(name, schema);
        copy.json.withArrayProperty("required").add(name);
        return copy;
    }

    /** This value, or null. */
    public Schema nullable() {
        ObjectNode copy = json.deepCopy();
        if (copy.path("type").isString()) {
            String type = copy.path("type").asString();
            copy.putArray("type").add(type).add("null");
        }
        return new Schema(copy);
    }

    public Schema described(String description) {
        ObjectNode copy = json.deepCopy();
        copy.put("description", description);
        return new Schema(copy);
    }

    private static Schema type(String name) {
        return new Schema(Json.object().put("type", name));
    }

    private static Schema format(String name) {
        return new Schema(Json.object().put("type", "string").put("format", name));
    }
}
