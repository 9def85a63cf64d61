package dev.tessera.query.dialect.duckdb;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where DuckDB keeps the properties of events (docs/decisions/0016-property-columns.md); who writes them and who prints
 * queries asks here.
 *
 * <p>An event's row has its properties in {@link #COLUMNS} columns, each the text of a JSON object: the name of a property
 * says in which column it is. A query reads only the columns of the properties that it asks for.
 */
public final class PropertyLayout {
    /** How many columns there are. */
    public static final int COLUMNS = 16;

    /** The longest text of a column, in bytes of UTF-8. What has no room is a {@link LargeValue}. */
    public static final int COLUMN_BYTES = 1_024;

    /** The columns' names, in their order. */
    public static final List<String> NAMES =
            IntStream.range(0, COLUMNS).mapToObj(it -> "properties_" + it).toList();

    /** 2 to the 32 over the golden ratio: it spreads hashes that differ little (Knuth, volume 3, 6.4). */
    private static final int SPREAD = 0x9E37_79B9;

    private static final int UPPER_4_BITS = 28;

    private PropertyLayout() {}

    /** The column of the property {@code name}, from 0 on. It may never change, for stores are full of it. */
    public static int column(String name) {
        return (name.hashCode() * SPREAD) >>> UPPER_4_BITS;
    }
}
