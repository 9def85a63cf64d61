package dev.tessera.app.signin;

import dev.tessera.app.access.PasswordRules;
import dev.tessera.app.access.Passwords;
import dev.tessera.app.access.SameOrigin;
import dev.tessera.app.access.Sessions;
import dev.tessera.app.access.Throttle;
import dev.tessera.app.access.User;
import dev.tessera.app.access.UserStore;
import dev.tessera.app.http.Authorization;
import dev.tessera.app.http.Fields;
import dev.tessera.app.http.HttpMethod;
import dev.tessera.app.http.Operation;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Signing in and out (spec/access.md 5). */
public final class LoginRoutes {
    private static final int MAX_EMAIL = 254;
    private static final int MAX_FAILURES = 30;
    private static final Duration LOCKOUT = Duration.ofMinutes(10);
    private static final int MAX_PRECHECKS = 30;

    private final UserStore users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SameOrigin sameOrigin;
    private final Throttle failures;
    private final Throttle prechecks;

    public LoginRoutes(UserStore users, Passwords passwords, Sessions sessions, SameOrigin sameOrigin, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.sameOrigin = sameOrigin;
        this.failures = new Throttle(MAX_FAILURES, LOCKOUT, clock);
        this.prechecks = new Throttle(MAX_PRECHECKS, Duration.ofMinutes(1), clock);
    }

    public List<Route> routes() {
        return List.of(
                open(HttpMethod.POST, "/api/login/", "Sign in: sets the cookies of a session")
                        .body(Schema.object().required("email", Schema.string()).required("password", Schema.string()))
                        .response(200, Schema.object().required("success", Schema.bool()))
                        .by(this::login),
                open(HttpMethod.POST, "/api/login/precheck/", "How an e-mail address can sign in")
                        .body(Schema.object().required("email", Schema.string()))
                        .response(
                                200,
                                Schema.object()
                                        .required(
                                                "sso_enforcement",
                                                Schema.string().nullable())
                                        .required("saml_available", Schema.bool()))
                        .by(this::precheck),
                open(HttpMethod.GET, "/logout/", "Sign out").by(this::logout),
                open(HttpMethod.POST, "/logout/", "Sign out").by(this::logout));
    }

    private static Operation open(HttpMethod method, String path, String summary) {
        return Operation.of(method, path, summary, new Authorization.Open());
    }

    private Response login(Request request) throws InterruptedException {
        sameOrigin.require(request);
        refuseLockedOut(request);
        Fields fields = request.fields();
        String email = fields.requiredText("email", MAX_EMAIL);
        Optional<User> user = owner(email, fields.requiredText("password", PasswordRules.MAX_LENGTH));
        if (user.isEmpty()) {
            if (!failures.tryCount(Networks.of(request.peerAddress()))) {
                throw lockedOut();
            }
            throw new ProblemException(new Problem.Invalid("invalid_credentials", "Invalid email or password.", ""));
        }
        refuseLockedOut(request); // Of many guesses sent at once, the right one is no use when the others have locked.
        return sessions.begin(
                user.get().id(), request, Response.ok(Json.object().put("success", true)));
    }

    /** Who may sign in with {@code password}. An address that is unknown takes as much work as one that is known. */
    private Optional<User> owner(String email, String password) throws InterruptedException {
        Optional<User> user = users.findByEmail(email);
        Optional<String> hash = user.flatMap(it -> users.passwordHash(it.id()));
        boolean matches = hash.isPresent() ? passwords.matches(password, hash.get()) : passwords.matchesNone(password);
        return user.filter(it -> matches && it.active());
    }

    private void refuseLockedOut(Request request) {
        if (failures.wait(Networks.of(request.peerAddress())).isPresent()) {
            throw lockedOut();
        }
    }

    private static ProblemException lockedOut() {
        return new ProblemException(new Problem.Forbidden(
                "too_many_failed_attempts", "Too many failed login attempts. Please try again in 10 minutes."));
    }

    /** The same for every address, so that nobody learns which ones have an account. */
    private Response precheck(Request request) {
        prechecks.spend(Networks.of(request.peerAddress()));
        request.fields().requiredText("email", MAX_EMAIL);
        return Response.ok(Json.object().putNull("sso_enforcement").put("saml_available", false));
    }

    private Response logout(Request request) {
        return sessions.end(request, Response.redirect("/login"));
    }
}
