package dev.tessera.app.definitions;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which names get a definition, and how they are found (spec/ingestion.md 5.14). */
public final class DefinitionNames {
    private static final int MAX_BYTES = 200;
    private static final int MAX_BYTES_PER_CHARACTER = 3;
    private static final char REPLACEMENT = '\uFFFD';
    private static final String INTERNAL_EVENT = "$$plugin_metrics";

    /** Keys of events that are instructions and not properties. */
    private static final Set<String> INSTRUCTIONS = Set.of(
            "distinct_id",
            "$set",
            "$set_once",
            "$unset",
            "$groups",
            "$group_type",
            "$group_key",
            "$group_set",
            "$group_0",
            "$group_1",
            "$group_2",
            "$group_3",
            "$group_4");

    /** What people call the things that SDKs send, where that is not in their names. */
    private static final Map<String, String> ALIASES = Map.of(
            "$create_alias", "alias",
            "$groupidentify", "group identify",
            "$set", "set person properties",
            "$host", "domain",
            "$ip", "ip address",
            "$lib", "library",
            "$lib_version", "library version",
            "$os", "operating system",
            "$os_version", "operating system version",
            "$referrer", "referrer url");

    private DefinitionNames() {}

    /** The name under which an event is defined; empty when it is not. */
    static Optional<String> ofEvent(String name) {
        return name.equals(INTERNAL_EVENT) ? Optional.empty() : usable(name);
    }

    /** The name under which a property of {@code owner} is defined; empty when it is not. */
    static Optional<String> ofProperty(PropertyOwner owner, String key) {
        return owner instanceof PropertyOwner.Events && INSTRUCTIONS.contains(key) ? Optional.empty() : usable(key);
    }

    /** Whether it is kept on which events a property was seen; flags are on most of them. */
    static boolean isKeptWithEvents(String property) {
        return !property.startsWith("$feature/") && !property.startsWith("$feature_enrollment/");
    }

    /** Lower-cased text in which searches look, and by which lists are sorted: the name, then what else it is called. */
    public static String searchText(String name) {
        String alias = ALIASES.get(name);
        return name.toLowerCase(Locale.ROOT) + (alias == null ? "" : '\n' + alias);
    }

    private static Optional<String> usable(String name) {
        if (name.isEmpty() || isTooLong(name)) {
            return Optional.empty();
        }
        return Optional.of(storable(name));
    }

    private static boolean isTooLong(String name) {
        return name.length() * MAX_BYTES_PER_CHARACTER > MAX_BYTES
                && (name.length() > MAX_BYTES || name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES);
    }

    /** Neither engine keeps NUL or half a character as it is. */
    private static String storable(String name) {
        if (name.codePoints().noneMatch(DefinitionNames::isUnstorable)) {
            return name;
        }
        StringBuilder clean = new StringBuilder(name.length());
        name.codePoints().forEach(it -> clean.appendCodePoint(isUnstorable(it) ? REPLACEMENT : it));
        return clean.toString();
    }

    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
