package dev.tessera.events.duckdb;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.json.JsonMembers;
import dev.tessera.query.dialect.duckdb.LargeValue;
import dev.tessera.query.dialect.duckdb.PropertyLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event's properties as they are stored.
 *
 * @param columns the texts of {@link PropertyLayout#NAMES}
 * @param large what they have no room for
 */
record PropertyColumns(List<String> columns, List<LargeValue> large) {
    private static final String EMPTY = "{}";
    private static final int MOST_BYTES_OF_A_CHAR = 3;

    /** Those of {@code properties}, the text of a JSON object whose names differ. */
    static PropertyColumns of(String properties) {
        @Nullable StringBuilder[] texts = new StringBuilder[PropertyLayout.COLUMNS];
        JsonMembers members = new JsonMembers(properties);
        while (members.next()) {
            Member member = Member.at(members, properties);
            int column = PropertyLayout.column(member.name());
            StringBuilder text = texts[column];
            if (text == null) {
                text = new StringBuilder();
                texts[column] = text;
            }
            member.appendTo(text);
        }
        List<String> columns = new ArrayList<>(PropertyLayout.COLUMNS);
        for (StringBuilder text : texts) {
            String column = text == null ? EMPTY : text.append('}').toString();
            if (isTooLong(column)) {
                return withLarge(properties);
            }
            columns.add(column);
        }
        return new PropertyColumns(columns, List.of());
    }

    private static boolean isTooLong(String column) {
        return column.length() * MOST_BYTES_OF_A_CHAR > PropertyLayout.COLUMN_BYTES
                && column.getBytes(StandardCharsets.UTF_8).length > PropertyLayout.COLUMN_BYTES;
    }

    private static PropertyColumns withLarge(String properties) {
        List<List<Member>> columns = new ArrayList<>();
        for (int i = 0; i < PropertyLayout.COLUMNS; i++) {
            columns.add(new ArrayList<>());
        }
        JsonMembers members = new JsonMembers(properties);
        while (members.next()) {
            Member member = Member.at(members, properties);
            columns.get(PropertyLayout.column(member.name())).add(member);
        }
        List<LargeValue> large = new ArrayList<>();
        return new PropertyColumns(columns.stream().map(it -> column(it, large)).toList(), large);
    }

    /** The text of a column; members that it has no room for go to {@code large}, the largest first. */
    private static String column(List<Member> members, List<LargeValue> large) {
        List<Sized> bySize = members.stream()
                .map(it -> new Sized(it, it.bytes()))
                .sorted(Comparator.comparingInt(Sized::bytes).reversed())
                .toList();
        int bytes = 1 + bySize.stream().mapToInt(Sized::bytes).sum();
        Set<Member> gone = new HashSet<>();
        for (int i = 0; bytes > PropertyLayout.COLUMN_BYTES; i++) {
            Sized largest = bySize.get(i);
            bytes -= largest.bytes();
            gone.add(largest.member());
            large.addAll(largest.member().rows());
        }
        StringBuilder text = new StringBuilder();
        for (Member member : members) {
            if (!gone.contains(member)) {
                member.appendTo(text);
            }
        }
        return text.isEmpty() ? EMPTY : text.append('}').toString();
    }

    /** A member and its {@link Member#bytes}. */
    private record Sized(Member member, int bytes) {}

    /** A member of the object {@code json}. */
    private record Member(String json, int keyStart, int keyEnd, int valueStart, int valueEnd) {
        /** That at which {@code members} of {@code json} are. */
        static Member at(JsonMembers members, String json) {
            return new Member(
                    json, members.keyStart() - 1, members.keyEnd() + 1, members.valueStart(), members.valueEnd());
        }

        String name() {
            return string(keyStart, keyEnd);
        }

        /** Those in UTF-8, with the brace or comma before it. */
        int bytes() {
            return utf8Bytes(keyStart, keyEnd) + utf8Bytes(valueStart, valueEnd) + 2;
        }

        List<LargeValue> rows() {
            return json.charAt(valueStart) == '"'
                    ? LargeValue.rows(name(), LargeValue.Kind.STRING, string(valueStart, valueEnd))
                    : LargeValue.rows(name(), LargeValue.Kind.JSON, json.substring(valueStart, valueEnd));
        }

        /** Adds it to an object that is not closed yet. */
        void appendTo(StringBuilder text) {
            text.append(text.isEmpty() ? '{' : ',')
                    .append(json, keyStart, keyEnd)
                    .append(':')
                    .append(json, valueStart, valueEnd);
        }

        /** The string between two quotes. */
        private String string(int from, int until) {
            return json.indexOf('\\', from, until) < 0
                    ? json.substring(from + 1, until - 1)
                    : Json.parse(json.substring(from, until)).stringValue();
        }

        private int utf8Bytes(int from, int until) {
            return json.substring(from, until).getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
