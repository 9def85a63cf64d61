package dev.tessera.app.access;

import java.time.Instant;

/** The people who share projects. */
public record Organization(OrganizationId id, String name, String slug, Instant createdAt, Instant updatedAt) {}
