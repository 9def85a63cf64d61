package dev.tessera.app.capture;

import dev.tessera.kernel.id.ProjectId;
import java.util.Optional;

/** Knows which project a token belongs to. Asked on every request, so it answers from memory mostly. */
@FunctionalInterface
public interface ProjectTokens {
    Optional<ProjectId> projectOf(String token);
}
