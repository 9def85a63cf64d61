package dev.tessera.query.dialect.duckdb;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.query.dialect.EventColumn;
import dev.tessera.query.dialect.SqlStatement;
import dev.tessera.query.dialect.SqlWriter;
import dev.tessera.query.plan.Breakdown;
import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.EarliestPlan;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.TimeBounds;
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
    public static SqlStatement print(SeriesPlan plan) {
        SqlWriter sql = new SqlWriter();
        if (plan.breakdown().isNone()) {
            grouped(sql, plan, "CAST(", " AS DOUBLE)");
            return sql.statement();
        }
        List<String> columns = columns(plan.breakdown());
        String names = String.join(", ", columns);
        sql.sql("WITH grouped AS MATERIALIZED (\n");
        grouped(sql, plan, "", "");
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
    public static SqlStatement print(EarliestPlan plan) {
        SqlWriter sql = new SqlWriter();
        sql.sql("SELECT epoch_us(min(").column(EventColumn.TIMESTAMP).sql(")) AS earliest\nFROM ");
        sql.sql(EventColumn.TABLE).sql("\nWHERE ");
        sql.column(EventColumn.PROJECT_ID).sql(" = ").bind(plan.project().value());
        sql.sql("\n  AND ").column(EventColumn.TIMESTAMP).sql(" >= ").bind(plan.notBefore());
        condition(sql, plan.condition());
        return sql.statement();
    }

    /** The statement that answers {@code plan}: rows of one {@code value} VARCHAR, in their order. */
    public static SqlStatement print(ValuesPlan plan) {
        SqlWriter sql = new SqlWriter();
        Expressions expressions = new Expressions(sql);
        sql.sql("SELECT value\nFROM (\nSELECT ");
        expressions.value(plan.value());
        sql.sql(" AS value, ").column(EventColumn.TIMESTAMP).sql("\nFROM ").sql(EventColumn.TABLE);
        within(sql, plan.project(), plan.time());
        condition(sql, plan.condition());
        sql.sql("\n  AND length(");
        expressions.value(plan.value());
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

    private static void grouped(SqlWriter sql, SeriesPlan plan, String beforeValue, String afterValue) {
        Expressions expressions = new Expressions(sql);
        sql.sql("SELECT ");
        expressions.bucket(plan.grouping());
        sql.sql(" AS bucket, ").sql(beforeValue);
        expressions.aggregation(plan.aggregation());
        sql.sql(afterValue).sql(" AS value");
        List<String> columns = columns(plan.breakdown());
        for (int i = 0; i < columns.size(); i++) {
            sql.sql(",\n  coalesce(nullif(");
            expressions.value(plan.breakdown().values().get(i));
            sql.sql(", ''), ").bind(Breakdown.NONE).sql(") AS ").sql(columns.get(i));
        }
        sql.sql("\nFROM ").sql(EventColumn.TABLE);
        within(sql, plan.project(), plan.time());
        condition(sql, plan.condition());
        // By position: GROUP BY ALL would also group by what HAVING mentions.
        sql.sql("\nGROUP BY 1");
        for (int i = 0; i < columns.size(); i++) {
            sql.sql(", " + (i + 3));
        }
        sql.sql("\nHAVING bucket BETWEEN 0 AND ").bind(plan.grouping().count() - 1);
    }

    private static void within(SqlWriter sql, ProjectId project, TimeBounds time) {
        sql.sql("\nWHERE ").column(EventColumn.PROJECT_ID).sql(" = ").bind(project.value());
        sql.sql("\n  AND ").column(EventColumn.TIMESTAMP).sql(" >= ").bind(time.from());
        sql.sql("\n  AND ").column(EventColumn.TIMESTAMP).sql(" < ").bind(time.until());
    }

    private static void condition(SqlWriter sql, Condition condition) {
        List<Condition> parts = switch (condition) {
            case Condition.And it -> it.parts();
            case Condition.Or it -> List.of(it);
            case Condition.OneOf it -> List.of(it);
            case Condition.NoneOf it -> List.of(it);
            case Condition.Contains it -> List.of(it);
        };
        for (Condition part : parts) {
            sql.sql("\n  AND ");
            new Expressions(sql).condition(part);
        }
    }

    private static List<String> columns(Breakdown breakdown) {
        return IntStream.rangeClosed(1, breakdown.values().size())
                .mapToObj(i -> "breakdown_" + i)
                .toList();
    }
}
