package dev.tessera.query.dialect.duckdb;

import dev.tessera.kernel.time.ZoneOffsets;
import dev.tessera.query.dialect.EventColumn;
import dev.tessera.query.dialect.SqlWriter;
import dev.tessera.query.plan.Aggregation;
import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.Grouping;
import dev.tessera.query.plan.ValueExpression;
import java.util.List;

/** Writes the parts of a plan as DuckDB expressions. */
final class Expressions {
    /** Up to so many texts are looked through for each event; a join with more is faster, but takes 4 MB of memory. */
    private static final int MAX_LOOKED_THROUGH = 1_000;

    private static final String EPOCH_MICROS = "epoch_us(" + EventColumn.TIMESTAMP.columnName() + ")";

    private final SqlWriter sql;

    Expressions(SqlWriter sql) {
        this.sql = sql;
    }

    void value(ValueExpression value) {
        switch (value) {
            case ValueExpression.EventName it -> sql.column(EventColumn.EVENT);
            case ValueExpression.EventProperty it -> PropertyAccess.write(sql, it.key());
            case ValueExpression.NumberProperty it -> PropertyAccess.writeNumber(sql, it.key());
            case ValueExpression.TrimmedUrl it -> {
                sql.sql("regexp_replace(rtrim(");
                value(it.url());
                sql.sql(", '/?#'), '^$', '/')");
            }
        }
    }

    /** Writes a condition that is true or not; NULL counts as not, which no enclosing part turns around. */
    void condition(Condition condition) {
        switch (condition) {
            case Condition.And it -> parts(it.parts(), " AND ", "TRUE");
            case Condition.Or it -> parts(it.parts(), " OR ", "FALSE");
            case Condition.OneOf it -> membership(it.value(), it.texts());
            case Condition.NoneOf it -> {
                sql.sql("(");
                membership(it.value(), it.texts());
                sql.sql(") IS NOT TRUE");
            }
            case Condition.Contains it -> contains(it);
        }
    }

    private void parts(List<Condition> parts, String operator, String withoutAny) {
        if (parts.isEmpty()) {
            sql.sql(withoutAny);
            return;
        }
        sql.sql("(").list(parts, operator, this::condition).sql(")");
    }

    private void membership(ValueExpression value, List<String> texts) {
        if (texts.size() == 1) {
            value(value);
            sql.sql(" = ").bind(texts.getFirst());
        } else if (texts.size() <= MAX_LOOKED_THROUGH) {
            sql.sql("list_position(").bind(texts).sql(", ");
            value(value);
            sql.sql(") > 0");
        } else {
            value(value);
            sql.sql(" IN (SELECT unnest(CAST(").bind(texts).sql(" AS VARCHAR[])))");
        }
    }

    private void contains(Condition.Contains condition) {
        if (condition.texts().size() == 1) {
            value(condition.value());
            like(condition.texts().getFirst());
            return;
        }
        // A list of one: so the value is read once, not once for each text.
        sql.sql("list_transform([");
        value(condition.value());
        sql.sql("], lambda x: ");
        sql.list(condition.texts(), " OR ", text -> {
            sql.sql("x");
            like(text);
        });
        sql.sql(")[1]");
    }

    private void like(String text) {
        sql.sql(" ILIKE ").bind("%" + text + "%");
    }

    void aggregation(Aggregation aggregation) {
        switch (aggregation) {
            case Aggregation.CountEvents it -> sql.sql("count(*)");
            case Aggregation.CountPersons it ->
                sql.sql("count(DISTINCT ").column(EventColumn.PERSON_ID).sql(")");
        }
    }

    void bucket(Grouping grouping) {
        switch (grouping) {
            case Grouping.Whole it -> sql.sql("CAST(0 AS BIGINT)");
            case Grouping.Steps it -> {
                // Integer division rounds towards zero: one step ahead it also rounds down just before the origin.
                sql.sql("(").sql(EPOCH_MICROS);
                sql.sql(" - ").bind(it.originMicros() - it.stepMicros());
                offset(it.offsets());
                sql.sql(") // ").bind(it.stepMicros()).sql(" - 1");
            }
            case Grouping.Months it -> {
                sql.sql("year(");
                localTime(it.offsets());
                sql.sql(") * 12 + month(");
                localTime(it.offsets());
                sql.sql(") - ").bind(it.firstMonth() + 1);
            }
        }
    }

    private void localTime(ZoneOffsets offsets) {
        if (offsets.equals(ZoneOffsets.utc())) {
            sql.column(EventColumn.TIMESTAMP);
            return;
        }
        sql.sql("make_timestamp(").sql(EPOCH_MICROS);
        offset(offsets);
        sql.sql(")");
    }

    private void offset(ZoneOffsets offsets) {
        if (offsets.isConstant()) {
            long constant = offsets.pieces().getLast().offsetMicros();
            if (constant != 0) {
                sql.sql(" + ").bind(constant);
            }
            return;
        }
        sql.sql(" + CASE");
        for (ZoneOffsets.Piece piece :
                offsets.pieces().subList(0, offsets.pieces().size() - 1)) {
            sql.sql(" WHEN ").sql(EPOCH_MICROS).sql(" < ").bind(piece.untilMicros());
            sql.sql(" THEN ").bind(piece.offsetMicros());
        }
        sql.sql(" ELSE ").bind(offsets.pieces().getLast().offsetMicros()).sql(" END");
    }
}
