package dev.tessera.app.access;

import dev.tessera.app.http.Cookie;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.kernel.id.Uuids;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import dev.tessera.kernel.tx.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Begins, finds and ends the sessions of browsers; it alone knows their cookies. */
public final class Sessions {
    private static final String COOKIE = "sessionid";
    private static final String CSRF_COOKIE = "posthog_csrftoken";

    /** A session's last use is written down this often. */
    private static final Duration SEEN_PRECISION = Duration.ofMinutes(5);

    /** For how long a session that expired is remembered, so that its user is told why it ended. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Transactions transactions;
    private final SessionStore store;
    private final Secrets secrets;
    private final CsrfTokens csrf;
    private final boolean secureCookies;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * Sessions in {@code store}.
     *
     * @param secureCookies whether browsers reach us by https, and must not send cookies in any other way
     */
    public Sessions(
            Transactions transactions,
            SessionStore store,
            Secrets secrets,
            Signer signer,
            boolean secureCookies,
            Clock clock,
            RandomGenerator random) {
        this.transactions = transactions;
        this.store = store;
        this.secrets = secrets;
        this.csrf = new CsrfTokens(signer);
        this.secureCookies = secureCookies;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Signs {@code user} in: {@code response} with the cookies of a new session. One that the browser had before ends, so
     * that nobody who planted its cookie is signed in too.
     */
    public Response begin(UserId user, Request request, Response response) {
        Instant now = clock.now();
        String secret = secrets.id();
        Session session = new Session(
                Uuids.v7(now, random),
                user,
                request.peerAddress(),
                request.header("User-Agent").orElse(""),
                now,
                now.plus(Session.LIFETIME),
                now);
        transactions.write(() -> {
            of(request).ifPresent(it -> store.delete(it.id()));
            store.deleteExpired(now.minus(REMEMBERED));
            store.create(session, Secrets.hash(secret));
            return session;
        });
        return response.cookie(sessionCookie(secret)).cookie(csrfCookie(session));
    }

    /**
     * Signs out: {@code response} that makes the browser forget its session, which has ended.
     *
     * @throws ProblemException {@link Problem.Forbidden} when another site made the browser ask for it
     */
    public Response end(Request request, Response response) {
        Optional<Session> session = of(request);
        session.flatMap(it -> csrf.refusal(request, it)).ifPresent(it -> {
            throw new ProblemException(it);
        });
        session.ifPresent(it -> store.delete(it.id()));
        return forget(response);
    }

    /** {@code response} that makes the browser forget its session. */
    public Response forget(Response response) {
        return response.cookie(sessionCookie("").gone())
                .cookie(cookie(CSRF_COOKIE, "", true).gone());
    }

    /** The session that {@code request} is made in, if there is one; it may have expired. */
    public Optional<Session> of(Request request) {
        return request.cookie(COOKIE).flatMap(it -> store.findByHash(Secrets.hash(it)));
    }

    /** Whether {@code session} is over. */
    public boolean expired(Session session) {
        return session.expired(clock.now());
    }

    /** What forbids {@code request} in {@code session}, if anything does. */
    Optional<Problem> refusal(Request request, Session session) {
        return csrf.refusal(request, session);
    }

    void noteUse(Session session) {
        Instant now = clock.now();
        if (session.lastSeenAt().isBefore(now.minus(SEEN_PRECISION))) {
            store.markSeen(session.id(), now);
        }
    }

    /** With what the pages of {@code session} show that a change comes from them. */
    public Cookie csrfCookie(Session session) {
        return cookie(CSRF_COOKIE, csrf.of(session), true);
    }

    private Cookie sessionCookie(String secret) {
        return cookie(COOKIE, secret, false);
    }

    private Cookie cookie(String name, String value, boolean readable) {
        return new Cookie(name, value, Session.LIFETIME, readable, secureCookies);
    }
}
