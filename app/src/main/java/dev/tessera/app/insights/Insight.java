package dev.tessera.app.insights;

import dev.tessera.app.access.UserId;
import dev.tessera.kernel.id.InsightId;
import java.time.Instant;
import java.util.Optional;

/**
 * A question that is kept.
 *
 * @param saved whether someone meant to keep it
 * @param lastModifiedAt when its question or its description changed; {@code updatedAt} is when anything did
 */
public record Insight(
        InsightId id,
        String shortId,
        InsightDetails details,
        boolean deleted,
        boolean saved,
        Instant createdAt,
        Optional<UserId> createdBy,
        Instant updatedAt,
        Instant lastModifiedAt,
        Optional<UserId> lastModifiedBy) {}
