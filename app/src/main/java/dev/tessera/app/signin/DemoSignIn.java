package dev.tessera.app.signin;

import dev.tessera.app.access.Sessions;
import dev.tessera.app.access.UserId;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Signs whoever opens a page of a demo in as its owner: the demo is on the machine of whoever looks at it.
 *
 * <p>That is so only under a name of this machine. Another site can make its own name lead here and read what a browser
 * shows under it; there nobody is signed in.
 */
public final class DemoSignIn {
    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

    private final Sessions sessions;
    private final UserId owner;
    private final Function<Request, Optional<Response>> pages;

    /** In front of {@code pages}, which answer requests for pages and files. */
    public DemoSignIn(Sessions sessions, UserId owner, Function<Request, Optional<Response>> pages) {
        this.sessions = sessions;
        this.owner = owner;
        this.pages = pages;
    }

    /** The answer of the pages; that of a page brings a session to who has none. */
    public Optional<Response> answer(Request request) {
        Optional<Response> answer = pages.apply(request);
        return wantsPage(request) && isToThisMachine(request) && !isSignedIn(request)
                ? answer.map(page -> sessions.begin(owner, request, page))
                : answer;
    }

    private static boolean wantsPage(Request request) {
        return request.header("Accept")
                .filter(it -> it.toLowerCase(Locale.ROOT).contains("text/html"))
                .isPresent();
    }

    private static boolean isToThisMachine(Request request) {
        return request.header("Host")
                .filter(it -> THIS_MACHINE.matcher(it).matches())
                .isPresent();
    }

    private boolean isSignedIn(Request request) {
        return sessions.of(request).filter(it -> !sessions.expired(it)).isPresent();
    }
}
