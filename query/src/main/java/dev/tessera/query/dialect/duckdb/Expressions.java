package dev.tessera.query.dialect.duckdb;

import dev.tessera.kernel.time.ZoneOffsets;
import dev.tessera.query.dialect.EventColumn;
import dev.tessera.query.dialect.SqlWriter;
import dev.tessera.query.plan.Aggregation;
import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.Grouping;
import dev.tessera.query.plan.ValueExpression;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the parts of a plan as DuckDB expressions. */
final class Expressions {
    /** Up to so many texts are looked through for each event; a join with more is faster, but takes 4 MB of memory. */
    private static final int MAX_LOOKED_THROUGH = 1_000;

    private static final String EPOCH_MICROS = "epoch_us(" + EventColumn.TIMESTAMP.columnName() + ")";

    private final SqlWriter sql;
    private final PropertyReader row;
    private final LargeProperties large;

    Expressions(SqlWriter sql, EventSource events) {
        this.sql = sql;
        this.row = new RowProperties(sql);
        this.large = new LargeProperties(sql, events);
    }

    /** Writes the joins that {@link #label} needs for {@code values}. */
    void joinLabels(List<ValueExpression> values) {
        for (int i = 0; i < values.size(); i++) {
            ValueExpression value = values.get(i);
            String alias = alias(i);
            large.property(value).ifPresent(name -> large.joinLabels(alias, name, it -> value(value, it)));
        }
    }

    /** Writes what a breakdown calls value number {@code i}. */
    void label(ValueExpression value, int i) {
        joined(value, alias(i));
    }

    /** Writes the join that {@link #shortText} needs for {@code value}. */
    void joinShort(ValueExpression value) {
        large.property(value).ifPresent(name -> large.joinShort(alias(0), name, it -> value(value, it)));
    }

    /** Writes the text of {@code value}; a long one is missing. */
    void shortText(ValueExpression value) {
        joined(value, alias(0));
    }

    private void joined(ValueExpression value, String alias) {
        if (large.property(value).isEmpty()) {
            value(value, row);
            return;
        }
        sql.sql("coalesce(");
        value(value, row);
        sql.sql(", ").sql(alias).sql(".text)");
    }

    private static String alias(int i) {
        return "large_" + (i + 1);
    }

    private void value(ValueExpression value, PropertyReader reader) {
        switch (value) {
            case ValueExpression.EventName _ -> sql.column(EventColumn.EVENT);
            case ValueExpression.EventProperty it -> reader.property(it.key());
            case ValueExpression.NumberProperty it -> reader.number(it.key());
            case ValueExpression.TrimmedUrl it -> {
                sql.sql("regexp_replace(rtrim(");
                value(it.url(), reader);
                sql.sql(", '/?#'), '^$', '/')");
            }
        }
    }

    /** Writes a condition that is true or not; NULL counts as not, which no enclosing part turns around. */
    void condition(Condition condition) {
        switch (condition) {
            case Condition.And it -> parts(it.parts(), " AND ", "TRUE");
            case Condition.Or it -> parts(it.parts(), " OR ", "FALSE");
            case Condition.OneOf it -> oneOf(it.value(), it.texts());
            case Condition.NoneOf it -> {
                sql.sql("(");
                oneOf(it.value(), it.texts());
                sql.sql(") IS NOT TRUE");
            }
            case Condition.Contains it -> {
                LargeProperties.Over search = reader -> contains(it, reader);
                either(it.value(), search, name -> large.contains(name, it.value(), it.texts(), search));
            }
        }
    }

    private void oneOf(ValueExpression value, List<String> texts) {
        LargeProperties.Over membership = reader -> membership(value, texts, reader);
        either(value, membership, name -> large.oneOf(name, value, texts, membership));
    }

    /** Writes a condition on the event's row, and {@code beside} for values that may be kept beside it. */
    private void either(ValueExpression value, LargeProperties.Over condition, Consumer<String> beside) {
        Optional<String> property = large.property(value);
        if (property.isEmpty()) {
            condition.write(row);
            return;
        }
        sql.sql("(");
        condition.write(row);
        sql.sql(" OR ");
        beside.accept(property.get());
        sql.sql(")");
    }

    private void parts(List<Condition> parts, String operator, String withoutAny) {
        if (parts.isEmpty()) {
            sql.sql(withoutAny);
            return;
        }
        sql.sql("(").list(parts, operator, this::condition).sql(")");
    }

    private void membership(ValueExpression value, List<String> texts, PropertyReader reader) {
        if (texts.size() == 1) {
            value(value, reader);
            sql.sql(" = ").bind(texts.getFirst());
        } else if (texts.size() <= MAX_LOOKED_THROUGH) {
            sql.sql("list_position(").bind(texts).sql(", ");
            value(value, reader);
            sql.sql(") > 0");
        } else {
            value(value, reader);
            sql.sql(" IN (SELECT unnest(CAST(").bind(texts).sql(" AS VARCHAR[])))");
        }
    }

    private void contains(Condition.Contains condition, PropertyReader reader) {
        if (condition.texts().size() == 1) {
            value(condition.value(), reader);
            like(condition.texts().getFirst());
            return;
        }
        // A list of one: so the value is read once, not once for each text.
        sql.sql("list_transform([");
        value(condition.value(), reader);
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
