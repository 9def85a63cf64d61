package dev.tessera.app.signin;

import dev.tessera.app.access.Session;
import dev.tessera.app.access.Sessions;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stands before the pages of the application (spec/access.md 2.2): it sends away whose session is over, and gives those who are
 * signed in what their pages need to make changes. Files beside the pages are for everybody.
 */
public final class Entrance implements Function<Request, Optional<Response>> {
    private static final String HOME = "/";
    private static final String LOGIN = "/login";
    private static final String EXPIRED = "Your session has expired. Please log in again.";

    private final Sessions sessions;
    private final Function<Request, Optional<Response>> pages;

    /**
     * The entrance to {@code pages}.
     *
     * @param pages answers a GET, when there is something at its address
     */
    public Entrance(Sessions sessions, Function<Request, Optional<Response>> pages) {
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    public Optional<Response> apply(Request request) {
        try {
            return wantsPage(request) ? enter(request) : pages.apply(request);
        } catch (DatabaseUnavailableException e) {
            return pages.apply(request); // The page says itself that data is away.
        }
    }

    private Optional<Response> enter(Request request) {
        Optional<Session> session = sessions.of(request);
        if (session.isEmpty()) {
            return pages.apply(request);
        }
        return sessions.expired(session.get()) ? sendAway(request) : admit(request, session.get());
    }

    private Optional<Response> admit(Request request, Session session) {
        return pages.apply(request).map(it -> it.cookie(sessions.csrfCookie(session)));
    }

    /** To where one signs in, and from there back; the browser forgets the session, or it would be sent away for ever. */
    private Optional<Response> sendAway(Request request) {
        Optional<Response> page = request.path().equals(LOGIN)
                ? pages.apply(request)
                : Optional.of(Response.redirect(LOGIN + "?message=" + encoded(EXPIRED) + back(request)));
        return page.map(sessions::forget);
    }

    private static String back(Request request) {
        String query = request.queryString().isEmpty() ? "" : "?" + request.queryString();
        String address = request.path() + query;
        return address.equals(HOME) || address.startsWith("//") ? "" : "&next=" + encoded(address);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean wantsPage(Request request) {
        return request.header("Accept")
                .map(it -> it.toLowerCase(Locale.ROOT).contains("text/html"))
                .orElse(false);
    }
}
