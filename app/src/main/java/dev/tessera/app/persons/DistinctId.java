package dev.tessera.app.persons;

import dev.tessera.kernel.id.ProjectId;

/** The name under which an SDK knows someone. It leads to at most one person of its project. */
public record DistinctId(ProjectId project, String value) {}
