package dev.tessera.app.web;

import dev.tessera.app.http.EntityTags;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers what no route does and a browser may ask for: the application's files, and its page for every address that
 * somebody can go to, because the page itself knows its addresses.
 */
public final class WebApplication {
    private static final String PAGE = "index.html";

    /**
     * Nothing from elsewhere, and nothing written into the page: scripts and styles are files, so that a script which
     * somebody smuggles into a name or a text does not run.
     */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data: blob:;"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private static final String NOT_BUILT =
            "The web application is not in this build of the server. ./tessera build puts it in.\n";

    private final WebFiles files;

    public WebApplication(WebFiles files) {
        this.files = files;
    }

    /** The answer to a GET; empty when the address is nothing of the application. */
    public Optional<Response> answer(Request request) {
        String path = request.path().substring(1);
        Optional<Response> file = file(path, request);
        if (file.isPresent() || !isPlace(path) || !wantsPage(request)) {
            return file;
        }
        return Optional.of(file(PAGE, request).orElseGet(() -> Response.text(404, NOT_BUILT)));
    }

    /** The answer to a GET that is to get the file at {@code path}, whatever its own address; empty without the file. */
    public Optional<Response> file(String path, Request request) {
        return files.find(path).map(it -> serve(it, request));
    }

    /** Whether somebody can go there: it is neither data nor a file. */
    private static boolean isPlace(String path) {
        return !path.startsWith("api/") && !path.startsWith("assets/") && !path.startsWith("_");
    }

    private static boolean wantsPage(Request request) {
        return request.header("Accept")
                .map(it -> it.toLowerCase(Locale.ROOT).contains("text/html"))
                .orElse(false);
    }

    private Response serve(WebFile file, Request request) {
        Optional<Encoding> encoding =
                AcceptEncoding.of(request.header("Accept-Encoding")).choose(file.encodings());
        // Bytes that differ have tags that differ, or a cache would hand out one form as the other.
        String tag = "\"" + file.digest() + encoding.map(it -> "-" + it.token()).orElse("") + "\"";
        boolean known = EntityTags.has(request, tag);
        Response response =
                known ? Response.empty(304) : Response.bytes(200, file.contentType(), files.content(file, encoding));
        if (encoding.isPresent() && !known) {
            response = response.header("Content-Encoding", encoding.get().token());
        }
        response = response.header("ETag", tag)
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", file.isHashed() ? "public, max-age=31536000, immutable" : "no-cache");
        return file.isPage() ? guarded(response) : response;
    }

    private static Response guarded(Response page) {
        return page.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin");
    }
}
