package dev.tessera.events;

import dev.tessera.kernel.id.ProjectId;
import java.util.UUID;

/** What makes an event one event: sent twice under the same key, it is stored once (the first wins). */
public record EventKey(ProjectId project, UUID uuid) {}
