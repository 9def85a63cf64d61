package dev.tessera.app.access;

import dev.tessera.app.http.Request;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.Optional;
import java.util.Set;

/**
 * Tells requests that our own pages make from those that other sites have a browser make, where there is no session yet
 * that could have a token: another site could sign its visitor in as somebody else, and then read what the visitor does.
 */
public final class SameOrigin {
    /** Said by browsers that talk to us by https or on the same machine. */
    private static final String SITE_HEADER = "Sec-Fetch-Site";

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final String siteUrl;

    /**
     * For a server that browsers reach at {@code siteUrl}.
     *
     * @param siteUrl without a slash at its end; empty when it is not known
     */
    public SameOrigin(String siteUrl) {
        this.siteUrl = siteUrl;
    }

    /**
     * Lets through what does not come from another site.
     *
     * @throws ProblemException {@link Problem.Forbidden} when it does
     */
    public void require(Request request) {
        Optional<String> site = request.header(SITE_HEADER);
        boolean own = site.isPresent()
                ? OWN.contains(site.get())
                : request.header("Origin").map(it -> isOurs(it, request)).orElse(true);
        if (!own) {
            throw new ProblemException(new Problem.Forbidden("CSRF Failed: The request comes from another site."));
        }
    }

    private boolean isOurs(String origin, Request request) {
        String host = origin.replaceFirst("^https?://", "");
        return origin.equals(siteUrl)
                || request.header("Host").map(host::equals).orElse(false);
    }
}
