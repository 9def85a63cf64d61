package dev.tessera.app.capture;

import dev.tessera.kernel.id.ProjectId;

/** How many events a project may store. It is asked on every request, so it answers from memory mostly. */
@FunctionalInterface
public interface EventQuota {
    /** Whether {@code project} has stored as many as it may, for now. */
    boolean isUsedUp(ProjectId project);

    /** Events without end. */
    static EventQuota none() {
        return _ -> false;
    }
}
