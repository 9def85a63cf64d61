package dev.tessera.app.access;

import java.util.Optional;
import java.util.UUID;

/** The UUID of an organization. */
public record OrganizationId(UUID value) {
    /** The organization that {@code text} names in a path: by its UUID, or {@code @current} for the caller's. */
    static Optional<OrganizationId> named(String text, User caller) {
        return text.equals(Guard.CURRENT) ? caller.organization() : parse(text);
    }

    /** The organization whose UUID {@code text} is. */
    static Optional<OrganizationId> parse(String text) {
        try {
            return text.length() == 36 ? Optional.of(new OrganizationId(UUID.fromString(text))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
