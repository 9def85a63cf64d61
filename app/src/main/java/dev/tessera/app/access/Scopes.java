package dev.tessera.app.access;

import java.util.List;

/** What a key may do: texts such as {@code dashboard:read}, or {@code *} for everything (spec/access.md 4.1). */
public record Scopes(List<String> values) {
    private static final String EVERYTHING = "*";

    public Scopes {
        values = List.copyOf(values);
    }

    /** Every scope there is. */
    public static Scopes everything() {
        return new Scopes(List.of(EVERYTHING));
    }

    /** Whether they include {@code scope}; the right to write includes the right to read. */
    public boolean allow(String scope) {
        return values.contains(EVERYTHING)
                || values.contains(scope)
                || (scope.endsWith(":read") && values.contains(scope.substring(0, scope.length() - 4) + "write"));
    }
}
