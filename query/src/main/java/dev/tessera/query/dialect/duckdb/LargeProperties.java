package dev.tessera.query.dialect.duckdb;

import dev.tessera.query.dialect.SqlWriter;
import dev.tessera.query.plan.LongText;
import dev.tessera.query.plan.ValueExpression;
import java.util.List;
import java.util.Optional;

/**
 * Writes how properties are read that are kept beside their event's row ({@link LargeValue}).
 *
 * <p>Nothing here puts the pieces of a long value together unless a condition cannot be told from one piece: values of a
 * megabyte are not to take memory in queries that only compare.
 */
final class LargeProperties {
    private static final String STRING_OR_JSON =
            "kind IN ('" + LargeValue.Kind.STRING.word() + "', '" + LargeValue.Kind.JSON.word() + "')";
    private static final String IS_JSON = "kind = '" + LargeValue.Kind.JSON.word() + "'";
    private static final String IS_LABEL = "kind = '" + LargeValue.Kind.LABEL.word() + "'";
    private static final String NO_LABEL = "kind <> '" + LargeValue.Kind.LABEL.word() + "'";
    private static final String WHOLE_JSON = IS_JSON + " AND number = 0 THEN json_extract_string(text, '$')";

    private final SqlWriter sql;
    private final EventSource events;
    private final PropertyReader stored;
    private final PropertyReader whole;

    LargeProperties(SqlWriter sql, EventSource events) {
        this.sql = sql;
        this.events = events;
        this.stored = new Stored(sql);
        this.whole = new Whole(sql);
    }

    /** The property that {@code value} is made of, where one may have large values. */
    Optional<String> property(ValueExpression value) {
        if (events.large() == LargeValues.ABSENT) {
            return Optional.empty();
        }
        return switch (value) {
            case ValueExpression.EventName _ -> Optional.empty();
            case ValueExpression.EventProperty it -> Optional.of(it.key());
            case ValueExpression.NumberProperty it -> Optional.of(it.key());
            case ValueExpression.TrimmedUrl it -> property(it.url());
        };
    }

    /** Writes the condition that an event's large value of {@code name} is one of {@code texts}, by {@code membership}. */
    void oneOf(String name, ValueExpression value, List<String> texts, Over membership) {
        switch (value) {
            case ValueExpression.TrimmedUrl _ -> ofWhole(name, membership);
            case ValueExpression.EventName _, ValueExpression.EventProperty _, ValueExpression.NumberProperty _ -> {
                List<String> labels = texts.stream()
                        .filter(LongText::isLong)
                        .map(LongText::label)
                        .toList();
                begin(name);
                sql.sql(" AND number = 0 AND (" + NO_LABEL + " AND ");
                membership.write(stored);
                if (!labels.isEmpty() && !(value instanceof ValueExpression.NumberProperty)) {
                    sql.sql(" OR " + IS_LABEL + " AND text IN (")
                            .list(labels, ", ", sql::bind)
                            .sql(")");
                }
                sql.sql("))");
            }
        }
    }

    /** Writes the condition that an event's large value of {@code name} contains one of {@code texts}, by {@code search}. */
    void contains(String name, ValueExpression value, List<String> texts, Over search) {
        switch (value) {
            case ValueExpression.EventProperty _
            when texts.stream().allMatch(LargeProperties::isInOnePiece) -> {
                begin(name);
                sql.sql(" AND " + STRING_OR_JSON + " AND ");
                search.write(stored);
                sql.sql(")");
            }
            case ValueExpression.NumberProperty _ -> {
                begin(name);
                sql.sql(" AND number = 0 AND " + IS_JSON + " AND ");
                search.write(stored);
                sql.sql(")");
            }
            case ValueExpression.EventName _, ValueExpression.EventProperty _, ValueExpression.TrimmedUrl _ ->
                ofWhole(name, search);
        }
    }

    /** Writes an expression over properties that {@code reader} reads. */
    @FunctionalInterface
    interface Over {
        void write(PropertyReader reader);
    }

    /**
     * Writes a join with the texts that events' large values of {@code name} have in a breakdown.
     *
     * @param alias the joined table's name; its column {@code text} has the value, NULL for other events
     */
    void joinLabels(String alias, String name, Over value) {
        join(alias, name, () -> value.write(new Labels(sql, stored)), "number = 0");
    }

    /** The same with those values only that are not longer than a row. */
    void joinShort(String alias, String name, Over value) {
        join(alias, name, () -> value.write(stored), "number = 0 AND " + NO_LABEL);
    }

    private void join(String alias, String name, Runnable value, String rows) {
        sql.sql("\nLEFT JOIN (SELECT sequence AS owner, ");
        value.run();
        sql.sql(" AS text FROM ");
        large(name);
        sql.sql(" AND ").sql(rows).sql(") AS ").sql(alias);
        sql.sql(" ON ").sql(alias).sql(".owner = events.sequence");
    }

    /** Begins the condition that an event is among those of rows of {@code name}; more about these may follow, then a bracket. */
    private void begin(String name) {
        sql.sql("events.sequence IN (SELECT sequence FROM ");
        large(name);
    }

    private void ofWhole(String name, Over condition) {
        sql.sql(
                "events.sequence IN (SELECT sequence FROM (SELECT sequence, string_agg(CASE WHEN number > 1 THEN substr(text, "
                        + (LargeValue.OVERLAP + 1) + ") ELSE ");
        stored.property(name);
        sql.sql(" END, '' ORDER BY number) AS text FROM ");
        large(name);
        sql.sql(" AND " + STRING_OR_JSON + " GROUP BY sequence) WHERE ");
        condition.write(whole);
        sql.sql(")");
    }

    /** Writes the table and which of its rows are large values of {@code name}. */
    private void large(String name) {
        sql.sql(LargeValue.TABLE + " WHERE ");
        events.where(sql, " AND ");
        sql.sql(" AND name = ").bind(LongText.key(name));
    }

    /** Whether a value that contains {@code text} has a piece that does; {@code %} stands for any number of characters. */
    private static boolean isInOnePiece(String text) {
        return text.indexOf('%') < 0 && text.codePointCount(0, text.length()) <= LargeValue.OVERLAP;
    }

    /** What a row of the table says of the value of which it is all or a part. */
    private record Stored(SqlWriter sql) implements PropertyReader {
        @Override
        public void property(String name) {
            sql.sql("CASE WHEN " + WHOLE_JSON + " ELSE text END");
        }

        @Override
        public void number(String name) {
            sql.sql("CASE WHEN " + WHOLE_JSON + " END");
        }
    }

    /** JSON may be longer as DuckDB writes it than as it was stored. */
    private record Labels(SqlWriter sql, PropertyReader stored) implements PropertyReader {
        @Override
        public void property(String name) {
            label(() -> stored.property(name));
        }

        @Override
        public void number(String name) {
            stored.number(name);
        }

        private void label(Runnable text) {
            sql.sql("CASE WHEN strlen(");
            text.run();
            sql.sql(") > " + LongText.MAX_BYTES + " THEN left(");
            text.run();
            sql.sql(", " + LongText.KEPT + ") || '" + LongText.MARK + "' || sha256(");
            text.run();
            sql.sql(") || ')' ELSE ");
            text.run();
            sql.sql(" END");
        }
    }

    private record Whole(SqlWriter sql) implements PropertyReader {
        @Override
        public void property(String name) {
            sql.sql("text");
        }

        @Override
        public void number(String name) {
            throw new IllegalArgumentException("Whether a text was a number, its row says");
        }
    }
}
