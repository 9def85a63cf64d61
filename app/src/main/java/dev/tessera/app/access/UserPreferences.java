package dev.tessera.app.access;

import dev.tessera.app.http.Fields;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a user has set for itself (spec/access.md 6.2). What is not set has its default.
 *
 * @param json the text of an object that has what is set
 */
public record UserPreferences(String json) {
    private static final UserPreferences NONE = new UserPreferences("{}");
    private static final int MAX_TEXT = 50_000;

    private static final List<Preference> ALL = List.of(
            new Preference("theme_mode", new Kind.Choice("light", "dark", "system")),
            new Preference("shortcut_position", new Kind.Choice("above", "below", "hidden")),
            new Preference("allow_sidebar_suggestions", new Kind.Flag()),
            new Preference("has_seen_product_intro_for", new Kind.Document()),
            new Preference("events_column_config", new Kind.Document()),
            new Preference("ui_configuration", new Kind.Document()));

    /** Nothing is set. */
    public static UserPreferences none() {
        return NONE;
    }

    /** The names of all preferences. */
    static List<String> names() {
        return ALL.stream().map(Preference::name).toList();
    }

    /** These preferences, with those that {@code fields} has instead. */
    UserPreferences with(Fields fields) {
        ObjectNode changed = object();
        for (Preference each : ALL) {
            if (fields.has(each.name())) {
                each.kind()
                        .read(each.name(), fields)
                        .ifPresentOrElse(it -> changed.set(each.name(), it), () -> changed.remove(each.name()));
            }
        }
        String text = Json.write(changed);
        if (text.length() > MAX_TEXT) {
            throw ProblemException.invalid(
                    "What a user sets can have " + MAX_TEXT + " characters of JSON at most.", "");
        }
        return new UserPreferences(text);
    }

    /** Sets the keys of {@code target} that are set here. */
    void writeTo(ObjectNode target) {
        target.setAll(object());
    }

    private ObjectNode object() {
        return (ObjectNode) Json.parse(json);
    }

    private record Preference(String name, Kind kind) {}

    /** What values a preference has; null, for the default, is always one. */
    private sealed interface Kind {
        /** One of some texts. */
        record Choice(List<String> texts) implements Kind {
            Choice(String... texts) {
                this(Arrays.asList(texts));
            }
        }

        record Flag() implements Kind {}

        /** An object with whatever a page wants to remember. */
        record Document() implements Kind {}

        /** The value in {@code fields}; empty for the default. */
        default Optional<JsonNode> read(String name, Fields fields) {
            return switch (this) {
                case Choice it -> Choices.nullable(fields, name, it.texts()).map(StringNode::valueOf);
                case Flag _ ->
                    Optional.ofNullable(fields.nullableFlag(name, null)).map(BooleanNode::valueOf);
                case Document _ -> fields.object(name).map(Fields::json);
            };
        }
    }
}
