package dev.tessera.server;

import dev.tessera.app.ingestion.Applier;
import dev.tessera.app.ops.HealthCheck;
import dev.tessera.events.journal.Journal;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import java.util.List;

/** What has to work before the server should get requests. */
final class Readiness {
    private Readiness() {}

    /** The checks; what the journal holds at this moment has to be applied first. */
    static List<HealthCheck> checks(Stores stores, Journal journal, Applier applier) {
        long backlogEnd = journal.end();
        return List.of(
                new HealthCheck(
                        "journal", () -> journal.failing() ? "events cannot be taken in: the disk refuses" : ""),
                new HealthCheck("metadata", () -> metadata(stores)),
                new HealthCheck(
                        "events", () -> applier.failing() ? "events cannot be stored and wait in the journal" : ""),
                new HealthCheck("backlog", () -> backlog(applier, backlogEnd)));
    }

    private static String metadata(Stores stores) {
        try {
            stores.database().checkOwned();
            stores.persons().appliedPosition();
            return "";
        } catch (DatabaseUnavailableException e) {
            return "the database cannot be read, or another server uses it";
        }
    }

    private static String backlog(Applier applier, long end) {
        long left = end - applier.appliedPosition();
        return left > 0 ? left + " bytes of events from before the start are still to be applied" : "";
    }
}
