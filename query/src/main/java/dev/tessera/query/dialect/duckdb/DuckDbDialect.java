package dev.tessera.query.dialect.duckdb;

import dev.tessera.query.dialect.EventColumn;
import dev.tessera.query.dialect.SqlStatement;
import dev.tessera.query.dialect.SqlWriter;
import dev.tessera.query.plan.Breakdown;
import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.EarliestPlan;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.ValueExpression;
import dev.tessera.query.plan.ValuesPlan;
import java.util.List;
import java.util.stream.IntStream;

/** Prints plans as DuckDB SQL. Every statement filters on the project, and every value in it is bound. */
public final class DuckDbDialect {
    private DuckDbDialect() {}

    /**
     * The statement that answers {@code plan}, one row for each {@code SeriesRow}: {@code bucket} BIGINT,
     * {@code value} DOUBLE, then {@code breakdown_1} VARCHAR and so on, one for each value of the breakdown.
     */
    public static SqlStatement print(SeriesPlan plan, LargeValues large) {
        SqlWriter sql = new SqlWriter();
        EventSource events = EventSource.of(plan.project(), plan.time(), large);
        if (plan.breakdown().isNone()) {
            grouped(sql, plan, events, "CAST(", " AS DOUBLE)");
            return sql.statement();
        }
        List<String> columns = columns(plan.breakdown());
        String names = String.join(", ", columns);
        sql.sql("WITH grouped AS MATERIALIZED (\n");
        grouped(sql, plan, events, "", "");
        sql.sql("),\nkept AS (\nSELECT ")
                .sql(names)
                .sql("\nFROM grouped\nGROUP BY ")
                .sql(names);
        sql.sql("\nORDER BY ")
                .list(columns, " OR ", name -> sql.sql(name + " = ").bind(Breakdown.NONE));
        sql.sql(", sum(value) DESC, ").sql(names);
        sql.sql("\nLIMIT ").bind(plan.breakdown().limit());
        sql.sql(")\nSELECT grouped.bucket, CAST(sum(grouped.value) AS DOUBLE) AS value");
        for (String name : columns) {
            sql.sql(",\n  coalesce(kept." + name + ", ").bind(Breakdown.OTHER).sql(") AS " + name);
        }
        sql.sql("\nFROM grouped LEFT JOIN kept USING (").sql(names).sql(")");
        sql.sql("\nGROUP BY ALL");
        return sql.statement();
    }

    /** The statement that answers {@code plan}: one row with {@code earliest} BIGINT, microseconds since 1970 or NULL. */
    public static SqlStatement print(EarliestPlan plan, LargeValues large) {
        SqlWriter sql = new SqlWriter();
        EventSource events = EventSource.of(plan, large);
        sql.sql("SELECT epoch_us(min(").column(EventColumn.TIMESTAMP).sql(")) AS earliest\nFROM ");
        sql.sql(EventColumn.TABLE);
        where(sql, events, plan.condition());
        return sql.statement();
    }

    /** The statement that answers {@code plan}: rows of one {@code value} VARCHAR, in their order. */
    public static SqlStatement print(ValuesPlan plan, LargeValues large) {
        SqlWriter sql = new SqlWriter();
        EventSource events = EventSource.of(plan.project(), plan.time(), large);
        Expressions expressions = new Expressions(sql, events);
        sql.sql("SELECT value\nFROM (\nSELECT ");
        expressions.shortText(plan.value());
        sql.sql(" AS value, ").column(EventColumn.TIMESTAMP).sql("\nFROM ").sql(EventColumn.TABLE);
        expressions.joinShort(plan.value());
        where(sql, events, plan.condition());
        sql.sql("\n  AND length(");
        expressions.shortText(plan.value());
        sql.sql(") BETWEEN 1 AND ").bind(plan.maxLength());
        sql.sql("\nORDER BY ")
                .column(EventColumn.TIMESTAMP)
                .sql(" DESC\nLIMIT ")
                .bind(plan.sample());
        sql.sql(")\nGROUP BY value\nORDER BY max(")
                .column(EventColumn.TIMESTAMP)
                .sql(") DESC, value\nLIMIT ");
        sql.bind(plan.limit());
        return sql.statement();
    }

    private static void grouped(
            SqlWriter sql, SeriesPlan plan, EventSource events, String beforeValue, String afterValue) {
        Expressions expressions = new Expressions(sql, events);
        sql.sql("SELECT ");
        expressions.bucket(plan.grouping());
        sql.sql(" AS bucket, ").sql(beforeValue);
        expressions.aggregation(plan.aggregation());
        sql.sql(afterValue).sql(" AS value");
        List<ValueExpression> values = plan.breakdown().values();
        List<String> columns = columns(plan.breakdown());
        for (int i = 0; i < columns.size(); i++) {
            sql.sql(",\n  coalesce(nullif(");
            expressions.label(values.get(i), i);
            sql.sql(", ''), ").bind(Breakdown.NONE).sql(") AS ").sql(columns.get(i));
        }
        sql.sql("\nFROM ").sql(EventColumn.TABLE);
        expressions.joinLabels(values);
        where(sql, events, plan.condition());
        // By position: GROUP BY ALL would also group by what HAVING mentions.
        sql.sql("\nGROUP BY 1");
        for (int i = 0; i < columns.size(); i++) {
            sql.sql(", " + (i + 3));
        }
        sql.sql("\nHAVING bucket BETWEEN 0 AND ").bind(plan.grouping().count() - 1);
    }

    private static void where(SqlWriter sql, EventSource events, Condition condition) {
        sql.sql("\nWHERE ");
        events.where(sql, "\n  AND ");
        condition(sql, events, condition);
    }

    private static void condition(SqlWriter sql, EventSource events, Condition condition) {
        List<Condition> parts = switch (condition) {
            case Condition.And it -> it.parts();
            case Condition.Or it -> List.of(it);
            case Condition.OneOf it -> List.of(it);
            case Condition.NoneOf it -> List.of(it);
            case Condition.Contains it -> List.of(it);
        };
        for (Condition part : parts) {
            sql.sql("\n  AND ");
            new Expressions(sql, events).condition(part);
        }
    }

    private static List<String> columns(Breakdown breakdown) {
        return IntStream.rangeClosed(1, breakdown.values().size())
                .mapToObj(i -> "breakdown_" + i)
                .toList();
    }
}
