package dev.tessera.server.config;

import dev.tessera.events.duckdb.DuckDbConfig;

/**
 * Every setting there is: an environment variable, or a line of {@code tessera.properties}, of this name.
 *
 * <p>The README's table is checked against this list.
 */
public enum Setting {
    TESSERA_HOST("0.0.0.0", "Address to listen on"),
    TESSERA_PORT("8000", "Port to listen on; 0 takes a free one"),
    TESSERA_SITE_URL("", "Public address, such as https://stats.example.com; the one that each client uses when empty"),
    TESSERA_DATA_DIR("./data", "Folder of the journal and of the embedded stores"),
    TESSERA_DATABASE_URL("", "PostgreSQL for metadata, jdbc:postgresql://…; empty keeps it in SQLite"),
    TESSERA_EVENTS_MEMORY_MB(
            String.valueOf(DuckDbConfig.MEMORY_MEGABYTES), "Memory that the embedded event store may use, in MB"),
    TESSERA_EVENTS_THREADS(String.valueOf(DuckDbConfig.THREADS), "Threads that the embedded event store may use"),
    TESSERA_SECRET_KEY("", "Signs the tokens of sessions; made and kept in the data folder when empty", true),
    TESSERA_SIGN_UP("first", "first or open: whether only the first user may sign up, or anybody"),
    TESSERA_EVENT_QUOTA("", "Events a month (UTC) that each project may store; more are dropped; no limit when empty"),
    TESSERA_CLIENT_ADDRESSES(
            "as-sent",
            "as-sent, connection, forwarded or removed: the property $ip of events, unless their sender sets it; forwarded believes X-Forwarded-For"),
    TESSERA_RATE_LIMITS("off", "on or off: limits of requests per API key, 480 a minute and 4800 an hour"),
    TESSERA_LOG_FORMAT("text", "text or json"),
    TESSERA_SETUP_EMAIL("", "First user, made when the metadata store is empty"),
    TESSERA_SETUP_PASSWORD("", "Password of the first user", true),
    TESSERA_SETUP_ORGANIZATION("", "Name of the first organization"),
    TESSERA_SETUP_PROJECT("", "Name of the first project"),
    TESSERA_SETUP_PROJECT_TOKEN("", "Token of the first project, phc_…"),
    TESSERA_SETUP_PERSONAL_API_KEY("", "API key of the first user, phx_…, with every scope", true);

    private final String defaultValue;
    private final String description;
    private final boolean secret;

    Setting(String defaultValue, String description) {
        this(defaultValue, description, false);
    }

    Setting(String defaultValue, String description, boolean secret) {
        this.defaultValue = defaultValue;
        this.description = description;
        this.secret = secret;
    }

    /** The value when nothing is set. */
    public String defaultValue() {
        return defaultValue;
    }

    /** What it does, in a phrase. */
    public String description() {
        return description;
    }

    /** Whether its value must not be shown. */
    public boolean secret() {
        return secret;
    }
}
