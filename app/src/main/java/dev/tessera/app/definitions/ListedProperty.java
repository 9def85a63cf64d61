package dev.tessera.app.definitions;

import java.util.Optional;

/**
 * A property in a list.
 *
 * @param seen whether it was seen on one of the events that the list is about; empty when it is about none
 */
public record ListedProperty(PropertyDefinition definition, Optional<Boolean> seen) {}
