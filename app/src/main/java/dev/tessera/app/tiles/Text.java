package dev.tessera.app.tiles;

import dev.tessera.app.access.UserId;
import java.time.Instant;
import java.util.Optional;

/** A text that tiles show (spec/dashboards.md 2.3). */
public record Text(
        TextId id,
        Optional<String> body,
        Optional<UserId> createdBy,
        Optional<UserId> lastModifiedBy,
        Instant lastModifiedAt) {}
