package dev.tessera.app.ingestion;

import dev.tessera.kernel.json.JsonMembers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a person while events change them, within a limit (spec/ingestion.md 5.7): whoever has a project's
 * token, which is public, can send as many as he wants, and all of a person's are in memory when one of them changes.
 *
 * <p>Their JSON text has 65,536 characters at most, and a property that would make it longer is left out: what was there
 * stays. The last 16,384 are only for the {@linkplain ProtectedProperties names} that must find a place. What makes the
 * text no longer is always taken. This depends on nothing but the properties before and the event, so that events that
 * are applied again, in whatever groups, end up the same.
 *
 * <p>Names and values are kept as they are written. One writer wrote all of them, so equal ones are written alike, also
 * numbers that were sent as {@code 1} and as {@code 1.0}.
 */
final class PersonProperties {
    static final int MAX_CHARACTERS = 64 << 10;
    static final int MAX_OTHERS = 48 << 10;

    /** More than there is place for. */
    private static final int MOST_NAMES = MAX_CHARACTERS / "\"\":0,".length();

    /** What the creator's uuid takes, with its name and a comma; it comes last, and must find a place. */
    private static final int CREATOR_CHARACTERS = ",\"\":\"\"".length() + ProtectedProperties.CREATOR.length() + 36;

    private final Map<String, String> values = new LinkedHashMap<>();
    private int characters = "{}".length();
    private boolean changed;
    private int leftOut;

    PersonProperties(String json) {
        JsonMembers members = new JsonMembers(json);
        while (members.next()) {
            String name = json.substring(members.keyStart(), members.keyEnd());
            String value = json.substring(members.valueStart(), members.valueEnd());
            characters += growth(name, values.put(name, value), value.length());
        }
    }

    /** Sets those of {@code once} that neither the person nor {@code set} has, then {@code set}. Either may be empty. */
    void update(String set, String once) {
        if (!once.isEmpty()) {
            Set<String> others = names(set);
            JsonMembers members = new JsonMembers(once);
            while (members.next()) {
                String name = once.substring(members.keyStart(), members.keyEnd());
                if (!values.containsKey(name) && !others.contains(name)) {
                    put(name, once, members.valueStart(), members.valueEnd());
                }
            }
        }
        JsonMembers members = new JsonMembers(set);
        while (members.next()) {
            put(set.substring(members.keyStart(), members.keyEnd()), set, members.valueStart(), members.valueEnd());
        }
    }

    /** Sets a property whose value is a text that needs no escaping. */
    void put(String name, String text) {
        put(name, '"' + text + '"', 0, text.length() + 2);
    }

    /** Whether they are others than at first. */
    boolean changed() {
        return changed;
    }

    /** How often a property was left out. */
    int leftOut() {
        return leftOut;
    }

    /** The JSON text. */
    String text() {
        StringBuilder text = new StringBuilder(characters);
        values.forEach((name, value) -> text.append(text.isEmpty() ? "{\"" : ",\"")
                .append(name)
                .append("\":")
                .append(value));
        return text.isEmpty() ? "{}" : text.append('}').toString();
    }

    private void put(String name, String json, int from, int until) {
        String old = values.get(name);
        int length = until - from;
        if (old != null && old.length() == length && json.startsWith(old, from)) {
            return;
        }
        int growth = growth(name, old, length);
        if (growth > 0 && characters + growth > limit(name)) {
            leftOut++;
            return;
        }
        values.put(name, json.substring(from, until));
        characters += growth;
        changed = true;
    }

    private int growth(String name, @Nullable String old, int length) {
        if (old != null) {
            return length - old.length();
        }
        return name.length() + "\"\":".length() + length + (characters > "{}".length() ? ",".length() : 0);
    }

    private static int limit(String name) {
        if (name.equals(ProtectedProperties.CREATOR)) {
            return MAX_CHARACTERS;
        }
        return ProtectedProperties.contains(name) ? MAX_CHARACTERS - CREATOR_CHARACTERS : MAX_OTHERS;
    }

    /** The names in {@code json}; of very many only those that matter and the first, for the others find no place. */
    private static Set<String> names(String json) {
        Set<String> names = new HashSet<>();
        JsonMembers members = new JsonMembers(json);
        while (members.next()) {
            String name = json.substring(members.keyStart(), members.keyEnd());
            if (names.size() < MOST_NAMES || ProtectedProperties.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }
}
