package dev.tessera.app.insights;

import dev.tessera.app.access.UserId;
import java.time.Instant;

/** An insight that has no number yet. */
public record NewInsight(
        String shortId, InsightDetails details, boolean deleted, boolean saved, UserId createdBy, Instant createdAt) {}
