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
}
