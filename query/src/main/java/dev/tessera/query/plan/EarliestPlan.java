package dev.tessera.query.plan;

import dev.tessera.kernel.id.ProjectId;
import java.time.Instant;

/** Asks when the first event of a project that satisfies {@code condition} happened, not looking before {@code notBefore}. */
public record EarliestPlan(ProjectId project, Instant notBefore, Condition condition) {}
