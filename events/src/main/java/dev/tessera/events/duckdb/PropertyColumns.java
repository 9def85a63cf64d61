package dev.tessera.events.duckdb;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.json.JsonMembers;
import dev.tessera.query.dialect.duckdb.LargeValue;
import dev.tessera.query.dialect.duckdb.PropertyLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An event's properties as they are stored.
 *
 * @param columns the texts of {@link PropertyLayout#NAMES}
 * @param large what they have no room for
 */
record PropertyColumns(List<String> columns, List<LargeValue> large) {
    private static final int MOST_BYTES_OF_A_CHAR = 3;

    /** Those of {@code properties}, the text of a JSON object whose names differ. */
    static PropertyColumns of(String properties) {
        List<List<Member>> members = new ArrayList<>();
        for (int i = 0; i < PropertyLayout.COLUMNS; i++) {
            members.add(new ArrayList<>());
        }
        JsonMembers all = new JsonMembers(properties);
        while (all.next()) {
            Member member = new Member(
                    properties, all.keyStart() - 1, all.keyEnd() + 1, all.valueStart(), all.valueEnd());
            members.get(PropertyLayout.column(member.name())).add(member);
        }
        List<LargeValue> large = new ArrayList<>();
        return new PropertyColumns(
                members.stream().map(it -> column(it, large)).toList(), large);
    }

    /** The text of a column; members that it has no room for go to {@code large}, the largest first. */
    private static String column(List<Member> members, List<LargeValue> large) {
        if (members.isEmpty()) {
            return "{}";
        }
        int excess = excess(members);
        if (excess > 0) {
            List<Member> bySize = new ArrayList<>(members);
            bySize.sort(Comparator.comparingInt(Member::bytes).reversed());
            int taken = 0;
            for (; excess > 0; taken++) {
                excess -= bySize.get(taken).bytes();
                large.addAll(bySize.get(taken).rows());
            }
            members.removeAll(bySize.subList(0, taken));
        }
        StringBuilder text = new StringBuilder();
        for (Member member : members) {
            text.append(text.isEmpty() ? '{' : ',');
            member.appendTo(text);
        }
        return text.isEmpty() ? "{}" : text.append('}').toString();
    }

    /** By how many bytes {@code members} are too many; a comma or brace before each counts with it. */
    private static int excess(List<Member> members) {
        int characters = 0;
        for (Member member : members) {
            characters += member.characters();
        }
        if (characters * MOST_BYTES_OF_A_CHAR < PropertyLayout.COLUMN_BYTES) {
            return 0;
        }
        int bytes = 1;
        for (Member member : members) {
            bytes += member.bytes();
        }
        return bytes - PropertyLayout.COLUMN_BYTES;
    }

    /** A member of the object {@code json}. */
    private record Member(String json, int keyStart, int keyEnd, int valueStart, int valueEnd) {
        String name() {
            return string(keyStart, keyEnd);
        }

        int characters() {
            return keyEnd - keyStart + valueEnd - valueStart + 2;
        }

        int bytes() {
            return utf8Bytes(keyStart, keyEnd) + utf8Bytes(valueStart, valueEnd) + 2;
        }

        List<LargeValue> rows() {
            return json.charAt(valueStart) == '"'
                    ? LargeValue.rows(name(), LargeValue.Kind.STRING, string(valueStart, valueEnd))
                    : LargeValue.rows(name(), LargeValue.Kind.JSON, json.substring(valueStart, valueEnd));
        }

        void appendTo(StringBuilder text) {
            text.append(json, keyStart, keyEnd).append(':').append(json, valueStart, valueEnd);
        }

        /** The string between two quotes. */
        private String string(int from, int until) {
            int escape = json.indexOf('\\', from);
            return escape < 0 || escape >= until
                    ? json.substring(from + 1, until - 1)
                    : Json.parse(json.substring(from, until)).stringValue();
        }

        private int utf8Bytes(int from, int until) {
            return json.substring(from, until).getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
