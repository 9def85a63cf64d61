package dev.tessera.server;

/** Which release this is. */
final class Version {
    private Version() {}

    /** The version in the jar's manifest; {@code development} when there is no jar. */
    static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
