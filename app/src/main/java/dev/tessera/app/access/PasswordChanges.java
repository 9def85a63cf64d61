package dev.tessera.app.access;

import dev.tessera.app.http.Fields;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lets users who know their password have another (spec/access.md 5). */
public final class PasswordChanges {
    private static final String CURRENT = "current_password";
    private static final String NEW = "password";
    private static final int MAX_TRIES = 5;

    private final UserStore users;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Throttle tries;

    public PasswordChanges(
            UserStore users, SessionStore sessions, Passwords passwords, PasswordRules rules, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.rules = rules;
        this.tries = new Throttle(MAX_TRIES, Duration.ofMinutes(1), clock);
    }

    /**
     * The hash of the password that {@code fields} want {@code user} to have; empty when they want none.
     *
     * @throws ProblemException when the current password is not with it, or the new one is too weak
     */
    Optional<String> newHash(User user, Fields fields) throws InterruptedException {
        if (!fields.has(NEW)) {
            return Optional.empty();
        }
        String password = fields.requiredText(NEW, PasswordRules.MAX_LENGTH);
        if (!fields.has(CURRENT)) {
            throw refused("required", "This field is required when updating your password.");
        }
        tries.spend(Long.toString(user.id().value()));
        String current = fields.requiredText(CURRENT, PasswordRules.MAX_LENGTH);
        if (!passwords.matches(current, users.passwordHash(user.id()).orElseThrow(ProblemException::notFound))) {
            throw refused("incorrect_password", "Your current password is incorrect.");
        }
        rules.check(password, NEW, List.of(user.email(), user.firstName(), user.lastName()));
        return Optional.of(passwords.hash(password));
    }

    /** Replaces the caller's password, and ends every session of the user but the one that asks for it. */
    void replace(Caller caller, String hash) {
        UserId user = caller.user().id();
        users.setPasswordHash(user, hash);
        switch (caller.credential()) {
            case Session it -> sessions.deleteOthers(user, it.id());
            case PersonalApiKey _ -> sessions.deleteAll(user);
        }
    }

    private static ProblemException refused(String code, String detail) {
        return new ProblemException(new Problem.Invalid(code, detail, CURRENT));
    }
}
