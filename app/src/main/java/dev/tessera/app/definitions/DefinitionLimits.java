package dev.tessera.app.definitions;

/**
 * How many definitions events can make. Whoever has a project's token, which is public, can send any names; events beyond a
 * limit are stored like others, and get no definition.
 *
 * @param events definitions of events in a project
 * @param properties definitions of properties in a project, of all owners
 * @param together events that properties were seen on, in a project, each counted with each property
 * @param propertiesAtOnce properties of one event; with more it tells nothing about them
 */
public record DefinitionLimits(int events, int properties, int together, int propertiesAtOnce) {
    /** Limits under which the memory of a project stays below 10 MB, and is usually a hundredth of that. */
    public static DefinitionLimits defaults() {
        return new DefinitionLimits(10_000, 10_000, 50_000, 1_000);
    }
}
