package dev.tessera.app.access;

import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.time.Instant;
import java.util.Optional;

/**
 * Who makes a request.
 *
 * @param credential what proved it
 */
public record Caller(User user, Credential credential) {
    /** The key that the request was made with; empty when it was made in a session. */
    public Optional<PersonalApiKey> key() {
        return switch (credential) {
            case PersonalApiKey key -> Optional.of(key);
            case Session _ -> Optional.empty();
        };
    }

    /**
     * Lets go on who signed in lately; keys do not grow old (spec/access.md 2.2).
     *
     * @throws ProblemException {@link Problem.Forbidden} when the caller has to sign in again
     */
    void requireRecentSignIn(Instant now) {
        switch (credential) {
            case Session it
            when now.isAfter(it.recentUntil()) ->
                throw new ProblemException(new Problem.Forbidden(
                        "sensitive_action_required_reauth", "This action requires you to be recently authenticated."));
            case Session _, PersonalApiKey _ -> {}
        }
    }

    /** Whether the caller's credential is for {@code organization}; a session is for all that its user can reach. */
    boolean reaches(OrganizationId organization) {
        return key().map(it -> it.reaches(organization)).orElse(true);
    }
}
