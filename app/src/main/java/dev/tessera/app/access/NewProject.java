package dev.tessera.app.access;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** A project that has no number yet. */
public record NewProject(
        UUID uuid, OrganizationId organization, String token, String name, ZoneId timezone, Instant createdAt) {}
