package dev.tessera.server;

/** A store lacks events that the journal no longer holds; the message says which and what to do. */
final class StoreGapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StoreGapException(String message) {
        super(message);
    }

    /**
     * Looks whether the journal can complete both stores. It can after any crash: what one of them lacks is kept.
     *
     * @param metadata position before which the metadata store is complete
     * @param events position before which the event store is complete
     * @param journal position at which the journal begins
     * @throws StoreGapException when it cannot, because a store is new, or from another backup than the rest
     */
    static void check(long metadata, long events, long journal) {
        if (Math.max(1, Math.min(metadata, events)) >= journal) {
            return;
        }
        if (metadata == events) {
            throw new StoreGapException("The journal begins at position " + journal
                    + ", but the metadata store and the event store end at " + metadata
                    + ": events between are nowhere. Restore both from a later backup; or, to go on without these"
                    + " events, remove the folder \"journal\" from the data folder.");
        }
        String behind = metadata < events ? "metadata store" : "event store";
        String ahead = metadata < events ? "event store" : "metadata store";
        throw new StoreGapException("The " + behind + (Math.min(metadata, events) == 0 ? " is empty" : " is older")
                + ", but the " + ahead + " is not: it ends at position " + Math.min(metadata, events) + ", the "
                + ahead + " at " + Math.max(metadata, events) + ", and the journal begins only at " + journal
                + ". Look whether TESSERA_DATA_DIR and TESSERA_DATABASE_URL belong together, and restore the "
                + behind + " from a backup; or begin anew with an empty data folder and an empty database.");
    }
}
