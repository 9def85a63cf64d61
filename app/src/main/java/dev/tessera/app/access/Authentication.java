package dev.tessera.app.access;

import dev.tessera.app.http.Request;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out who makes a request (spec/access.md 2). */
final class Authentication {
    private static final Pattern BEARER = Pattern.compile("Bearer +(.*)");
    private static final String FIELD = "personal_api_key";

    /** A key's last use is written down once an hour. */
    private static final Duration USE_PRECISION = Duration.ofHours(1);

    private final PersonalApiKeyStore keys;
    private final UserStore users;
    private final Clock clock;

    Authentication(PersonalApiKeyStore keys, UserStore users, Clock clock) {
        this.keys = keys;
        this.users = users;
        this.clock = clock;
    }

    /** A value that may be a key, and where in the request it was. */
    private record Candidate(String value, String source) {}

    /** Who makes {@code request}, by the first key that is found: in the header, the body or the query. */
    Identity identify(Request request) {
        return inHeader(request)
                .or(() -> inBody(request))
                .or(() -> inQuery(request))
                .map(this::owner)
                .orElseGet(Identity.Anonymous::new);
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
                .flatMap(key -> users.find(key.user()).filter(User::active).map(user -> new Caller(user, key)))
                .map(this::known)
                .orElseGet(() -> new Identity.Refused(Problem.Unauthenticated.failed(
                        "Personal API key found in request " + candidate.source() + " is invalid.")));
    }

    private Identity known(Caller caller) {
        noteUse(caller.key());
        return new Identity.Known(caller);
    }

    private void noteUse(PersonalApiKey key) {
        Instant now = clock.now();
        if (key.lastUsedAt().isEmpty() || key.lastUsedAt().get().isBefore(now.minus(USE_PRECISION))) {
            keys.markUsed(key.id(), now);
        }
    }
}
