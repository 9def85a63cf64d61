package dev.tessera.server;

import dev.tessera.events.EventStoreException;
import dev.tessera.events.journal.JournalException;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import java.util.Optional;
import java.util.function.Function;

/** Which failures of stores the caller is told about: try again later. */
final class StoreFailures implements Function<RuntimeException, Optional<Problem>> {
    private static final int RETRY_AFTER_SECONDS = 1;

    @Override
    public Optional<Problem> apply(RuntimeException failure) {
        return switch (failure) {
            case DatabaseUnavailableException _ ->
                away("database_unavailable", "We couldn't reach the database just now. Please try again in a moment.");
            case EventStoreException _ ->
                away("events_unavailable", "The event store doesn't work just now. Please try again in a moment.");
            case JournalException _ ->
                away("journal_unavailable", "Events can't be stored just now. Please try again in a moment.");
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> away(String code, String detail) {
        return Optional.of(new Problem.Unavailable(code, detail, RETRY_AFTER_SECONDS));
    }
}
