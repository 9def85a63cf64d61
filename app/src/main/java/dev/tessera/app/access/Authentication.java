package dev.tessera.app.access;

import dev.tessera.app.http.Request;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out who makes a request (spec/access.md 2): the owner of the first key in it, else who is signed in. A key that is of
 * nobody ends the request, whoever is signed in.
 */
public final class Authentication {
    private static final Pattern BEARER = Pattern.compile("Bearer +(.*)");
    private static final String EXPIRED = "Your session has expired. Please log in again.";
    /** The field of a body, and the parameter of a query, that may hold a key. */
    static final String FIELD = "personal_api_key";

    /** A key's last use is written down once an hour. */
    private static final Duration USE_PRECISION = Duration.ofHours(1);

    private final PersonalApiKeyStore keys;
    private final UserStore users;
    private final Sessions sessions;
    private final Clock clock;

    public Authentication(PersonalApiKeyStore keys, UserStore users, Sessions sessions, Clock clock) {
        this.keys = keys;
        this.users = users;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A value that may be a key, and where in the request it was. */
    private record Candidate(String value, String source) {}

    /** Who makes {@code request}; keys are looked for in the header, the body and the query, in this order. */
    Identity identify(Request request) {
        return inHeader(request)
                .or(() -> inBody(request))
                .or(() -> inQuery(request))
                .map(this::owner)
                .or(() -> sessions.of(request).map(it -> signedIn(request, it)))
                .orElseGet(Identity.Anonymous::new);
    }

    /** Whether it is known who makes {@code request}. */
    public boolean knows(Request request) {
        return switch (identify(request)) {
            case Identity.Known _ -> true;
            case Identity.Anonymous _, Identity.Refused _ -> false;
        };
    }

    private static Optional<Candidate> inHeader(Request request) {
        Matcher bearer = BEARER.matcher(request.header("Authorization").orElse(""));
        return bearer.matches()
                ? Optional.of(new Candidate(bearer.group(1).strip(), "Authorization header"))
                : Optional.empty();
    }

    private static Optional<Candidate> inBody(Request request) {
        return request.bodyText(FIELD).map(it -> new Candidate(it, "body"));
    }

    private static Optional<Candidate> inQuery(Request request) {
        return request.query(FIELD).map(it -> new Candidate(it, "query string"));
    }

    private Identity owner(Candidate candidate) {
        return keys.findByHash(Secrets.hash(candidate.value()))
                .flatMap(this::owner)
                .orElseGet(() -> new Identity.Refused(Problem.Unauthenticated.failed(
                        "Personal API key found in request " + candidate.source() + " is invalid.")));
    }

    private Optional<Identity> owner(PersonalApiKey key) {
        Optional<User> user = active(key.user());
        user.ifPresent(_ -> noteUse(key));
        return user.map(it -> new Identity.Known(new Caller(it, key)));
    }

    private Identity signedIn(Request request, Session session) {
        if (sessions.expired(session)) {
            return new Identity.Refused(Problem.Unauthenticated.failed(EXPIRED));
        }
        Optional<User> user = active(session.user());
        if (user.isEmpty()) {
            return new Identity.Anonymous();
        }
        Optional<Problem> refusal = sessions.refusal(request, session);
        if (refusal.isPresent()) {
            return new Identity.Refused(refusal.get());
        }
        sessions.noteUse(session);
        return new Identity.Known(new Caller(user.get(), session));
    }

    private Optional<User> active(UserId id) {
        return users.find(id).filter(User::active);
    }

    private void noteUse(PersonalApiKey key) {
        Instant now = clock.now();
        if (key.lastUsedAt().isEmpty() || key.lastUsedAt().get().isBefore(now.minus(USE_PRECISION))) {
            keys.markUsed(key.id(), now);
        }
    }
}
