package dev.tessera.app.access;

import java.util.UUID;

/** The UUID of an organization. */
public record OrganizationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
