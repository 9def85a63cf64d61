package dev.tessera.server.config;

import java.nio.file.Path;

/**
 * Where and how data is kept.
 *
 * @param databaseUrl JDBC URL of PostgreSQL, or empty for SQLite in the data folder
 * @param eventsMemoryMb memory of the embedded event store in MB
 */
public record StorageSettings(Path dataDir, String databaseUrl, int eventsMemoryMb, int eventsThreads) {
    public static StorageSettings of(Settings settings) {
        return new StorageSettings(
                Path.of(settings.text(Setting.TESSERA_DATA_DIR))
                        .toAbsolutePath()
                        .normalize(),
                databaseUrl(settings.text(Setting.TESSERA_DATABASE_URL)),
                settings.number(Setting.TESSERA_EVENTS_MEMORY_MB, 64, 1 << 20),
                settings.number(Setting.TESSERA_EVENTS_THREADS, 1, 256));
    }

    private static String databaseUrl(String text) {
        if (text.isEmpty() || text.startsWith("jdbc:postgresql:")) {
            return text;
        }
        throw new ConfigException("TESSERA_DATABASE_URL must begin with jdbc:postgresql:.");
    }
}
