package dev.tessera.query.dialect;

import java.util.List;

/** The text of a statement and a value for each of its question marks, in their order. */
public record SqlStatement(String text, List<SqlValue> parameters) {
    public SqlStatement {
        parameters = List.copyOf(parameters);
    }
}
