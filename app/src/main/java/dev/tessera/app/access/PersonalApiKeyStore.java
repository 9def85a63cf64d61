package dev.tessera.app.access;

import java.time.Instant;
import java.util.Optional;

/** Keeps API keys under the hash of their value ({@link Secrets#hash}). */
public interface PersonalApiKeyStore {
    Optional<PersonalApiKey> findByHash(String hash);

    /**
     * Stores a new key under the hash of its value.
     *
     * @throws dev.tessera.kernel.tx.DuplicateException when the id or the value is taken
     */
    void create(PersonalApiKey key, String hash);

    void markUsed(String id, Instant at);
}
