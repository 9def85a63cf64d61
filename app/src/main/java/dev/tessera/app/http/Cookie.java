package dev.tessera.app.http;

import java.time.Duration;

/**
 * A cookie that an answer sets, for the whole site and for requests that come from its own pages.
 *
 * @param lifetime zero to have the browser forget it
 * @param readable whether scripts of the page may read it
 * @param secure whether it may travel encrypted only
 */
public record Cookie(String name, String value, Duration lifetime, boolean readable, boolean secure) {
    public Cookie {
        if (!name.matches("[A-Za-z0-9_-]+") || !value.matches("[A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("Not a cookie: " + name);
        }
    }

    /** What makes the browser forget this cookie. */
    public Cookie gone() {
        return new Cookie(name, "", Duration.ZERO, readable, secure);
    }

    /** The value of a {@code Set-Cookie} header. */
    String header() {
        return name + "=" + value + "; Path=/; Max-Age=" + lifetime.toSeconds() + "; SameSite=Lax"
                + (readable ? "" : "; HttpOnly")
                + (secure ? "; Secure" : "");
    }
}
