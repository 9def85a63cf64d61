package dev.tessera.metadata;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections of one engine come from. A connection is given back exactly once, by {@link Lease#close}. */
interface Connections extends AutoCloseable {
    /** A connection that may write, with a transaction begun; waits its turn where there is only one. */
    Lease writer() throws SQLException;

    /** A connection that only reads, with a transaction begun that keeps one view of the data. */
    Lease reader() throws SQLException;

    /** Fails when this server may not write, because another one may. */
    void checkOwned() throws SQLException;

    @Override
    void close();

    /** A connection in use, with a transaction begun. */
    interface Lease extends AutoCloseable {
        Connection connection();

        /** Ends the transaction with what was done in it. */
        void commit() throws SQLException;

        /** Gives the connection back, after undoing what was not committed; one in doubt is thrown away. */
        @Override
        void close();
    }
}
