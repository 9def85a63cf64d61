package dev.tessera.app.access;

import java.util.Optional;

/**
 * The first user and project of an instance without anybody, as its operator wants them.
 *
 * @param token of the project; made when empty
 * @param personalApiKey of the user, with every scope; none when empty
 */
public record SetupRequest(
        String email,
        String password,
        String organization,
        String project,
        Optional<String> token,
        Optional<String> personalApiKey) {
    /** Hides the secrets. */
    @Override
    public String toString() {
        return "SetupRequest[" + email + ", " + organization + ", " + project + "]";
    }
}
