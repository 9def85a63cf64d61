package dev.tessera.app.definitions;

import java.util.Optional;
import java.util.UUID;

/**
 * A property that events, persons, groups or sessions have.
 *
 * @param type empty as long as no value has told it
 */
public record PropertyDefinition(UUID id, PropertyOwner owner, String name, Optional<PropertyType> type, Notes notes) {
    /** Whether its values can be added and averaged. */
    public boolean isNumerical() {
        return type.equals(Optional.of(PropertyType.NUMERIC));
    }
}
