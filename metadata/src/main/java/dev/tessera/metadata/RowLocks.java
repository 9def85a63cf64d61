package dev.tessera.metadata;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Table;

/** Keeps rows as they are until the transaction ends. */
public final class RowLocks {
    private RowLocks() {}

    /** Waits until nobody else changes the rows; a writing transaction of SQLite is alone anyway. */
    public static void lock(DSLContext dsl, Table<?> table, Condition... which) {
        if (dsl.family() != SQLDialect.SQLITE) {
            dsl.selectOne().from(table).where(which).forUpdate().fetch();
        }
    }

    /** Waits until nobody else changes the table, not even by new rows, which cannot be locked before there are any. */
    public static void lockAll(DSLContext dsl, Table<?> table) {
        if (dsl.family() != SQLDialect.SQLITE) {
            dsl.execute("LOCK TABLE {0} IN SHARE ROW EXCLUSIVE MODE", table);
        }
    }
}
