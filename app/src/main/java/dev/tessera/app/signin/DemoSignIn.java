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
public final class DemoSignIn implements Function<Request, Optional<Response>> {
    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

    private final Sessions sessions;
    private final UserId owner;
    private final Function<Request, Optional<Response>> pages;
    private final Function<Request, Optional<Response>> entrance;

    /**
     * In front of an entrance.
     *
     * @param pages answers requests for pages and files
     * @param entrance stands before the pages, for everybody whom the demo does not sign in
     */
    public DemoSignIn(
            Sessions sessions,
            UserId owner,
            Function<Request, Optional<Response>> pages,
            Function<Request, Optional<Response>> entrance) {
        this.sessions = sessions;
        this.owner = owner;
        this.pages = pages;
        this.entrance = entrance;
    }

    /** The answer of the pages; that of a page brings a session to who has none. */
    @Override
    public Optional<Response> apply(Request request) {
        return wantsPage(request) && isToThisMachine(request) && !isSignedIn(request)
                ? pages.apply(request).map(page -> sessions.begin(owner, request, page))
                : entrance.apply(request);
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
