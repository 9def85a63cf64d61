package dev.tessera.app.access;

import dev.tessera.app.http.Request;
import dev.tessera.kernel.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells requests that our own pages make in a session from those that other sites have a browser make in it
 * (spec/access.md 2.2).
 *
 * <p>A session's token is a signature of its id. It is readable in a cookie, and our pages repeat it in a header; another
 * site can do neither. The cookie is not looked at: whoever can plant cookies would plant both.
 */
final class CsrfTokens {
    private static final String PURPOSE = "csrf";
    private static final String HEADER = "X-CSRFToken";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Signer signer;

    CsrfTokens(Signer signer) {
        this.signer = signer;
    }

    String of(Session session) {
        return signer.sign(PURPOSE, session.id().toString());
    }

    /** What is wrong with a request in {@code session}; empty when nothing is, or when it changes nothing. */
    Optional<Problem> refusal(Request request, Session session) {
        if (SAFE.contains(request.method().toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        Optional<String> sent = request.header(HEADER).filter(it -> !it.isEmpty());
        if (sent.isEmpty()) {
            return Optional.of(new Problem.Forbidden("CSRF Failed: CSRF token missing."));
        }
        return equal(sent.get(), of(session))
                ? Optional.empty()
                : Optional.of(
                        new Problem.Forbidden("CSRF Failed: CSRF token from the 'X-Csrftoken' HTTP header incorrect."));
    }

    private static boolean equal(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
