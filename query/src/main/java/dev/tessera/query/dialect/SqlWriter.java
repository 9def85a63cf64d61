package dev.tessera.query.dialect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes one statement. Text comes from the printers only; whatever a user wrote is bound, never part of the text.
 */
public final class SqlWriter {
    private final StringBuilder text = new StringBuilder();
    private final List<SqlValue> parameters = new ArrayList<>();

    /** Appends {@code sql} as it is: keywords, operators and names that the printer knows. */
    public SqlWriter sql(String sql) {
        text.append(sql);
        return this;
    }

    /** Appends the name of a column. */
    public SqlWriter column(EventColumn column) {
        text.append(column.columnName());
        return this;
    }

    /** Appends a parameter that holds {@code value}. */
    public SqlWriter bind(String value) {
        return bind(new SqlValue.Text(value));
    }

    /** Appends a parameter that holds the list {@code values}. */
    public SqlWriter bind(List<String> values) {
        return bind(new SqlValue.Texts(values));
    }

    /** Appends a parameter that holds {@code value}. */
    public SqlWriter bind(long value) {
        return bind(new SqlValue.Whole(value));
    }

    /** Appends a parameter that holds {@code value}. */
    public SqlWriter bind(Instant value) {
        return bind(new SqlValue.Moment(value));
    }

    private SqlWriter bind(SqlValue value) {
        text.append('?');
        parameters.add(value);
        return this;
    }

    /** Appends what {@code item} writes for each of {@code items}, with {@code separator} in between. */
    public <T> SqlWriter list(List<T> items, String separator, Consumer<? super T> item) {
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                text.append(separator);
            }
            item.accept(items.get(i));
        }
        return this;
    }

    /** The statement written so far. */
    public SqlStatement statement() {
        return new SqlStatement(text.toString(), parameters);
    }
}
