package dev.tessera.app.access;

import dev.tessera.app.ingestion.AcceptanceObserver;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers of each project that an event has come: once, beside the requests, and however long the store is away.
 *
 * <p>A process that is killed between the first event of a project and this does it at the project's next event.
 */
public final class FirstEvents implements AcceptanceObserver {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final ProjectStore projects;
    private final Later later;
    private final Set<ProjectId> noted = ConcurrentHashMap.newKeySet();

    public FirstEvents(ProjectStore projects, Later later) {
        this.projects = projects;
        this.later = later;
    }

    @Override
    public void accepted(ProjectId project) {
        if (noted.add(project)) {
            later.run(() -> remember(project), AT_ONCE);
        }
    }

    private void remember(ProjectId id) {
        try {
            projects.find(id).filter(it -> !it.ingestedEvent()).ifPresent(_ -> projects.markIngested(id));
        } catch (DatabaseUnavailableException e) {
            later.run(() -> remember(id), RETRY);
        } catch (RuntimeException e) {
            noted.remove(id); // Its next event tries again.
            throw e;
        }
    }
}
