package dev.tessera.app.groups;

import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;

/**
 * One group of a type, for example a company.
 *
 * @param key under which it is known, unique among the groups of its type
 * @param properties the text of a JSON object
 * @param createdAt when it was first described
 * @param version grows by one with every change
 */
public record Group(ProjectId project, int typeIndex, String key, String properties, Instant createdAt, long version) {}
