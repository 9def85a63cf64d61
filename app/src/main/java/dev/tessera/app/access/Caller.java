package dev.tessera.app.access;

/**
 * Who makes a request.
 *
 * @param key the credential that proved it
 */
public record Caller(User user, PersonalApiKey key) {}
