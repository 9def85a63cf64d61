package dev.tessera.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A client of a {@link RunningServer} that keeps cookies, and repeats the one against forgery in a header, as our pages do.
 */
public final class Browser {
    private final RunningServer server;
    private final Map<String, String> cookies = new TreeMap<>();

    public Browser(RunningServer server) {
        this.server = server;
    }

    /** One in which the first user is signed in. */
    public static Browser signedIn(RunningServer server) {
        Browser browser = new Browser(server);
        Reply reply = browser.signIn("ada@example.com", RunningServer.PASSWORD);
        if (reply.status() != 200) {
            throw new IllegalStateException("Signing in answered " + reply.status() + ": " + reply.body());
        }
        return browser;
    }

    public Reply signIn(String email, String password) {
        return post("/api/login/", "{\"email\": \"" + email + "\", \"password\": \"" + password + "\"}");
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** Sends with the header against forgery, when there is a cookie for it. */
    public Reply post(String path, String json) {
        return send("POST", path, json, csrf());
    }

    public Reply patch(String path, String json) {
        return send("PATCH", path, json, csrf());
    }

    /** Sends cookies and {@code headers} (name, value, name, value), and keeps the cookies of the answer. */
    public Reply send(String method, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        if (!cookies.isEmpty()) {
            all.add("Cookie");
            all.add(cookies.entrySet().stream()
                    .map(it -> it.getKey() + "=" + it.getValue())
                    .collect(Collectors.joining("; ")));
        }
        Reply reply = server.send(method, path, body, all.toArray(String[]::new));
        reply.headers().allValues("Set-Cookie").forEach(this::keep);
        return reply;
    }

    /** The value of a cookie; empty when there is none. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** Puts a cookie in, as somebody else might have. */
    public void plant(String name, String value) {
        cookies.put(name, value);
    }

    private String[] csrf() {
        String token = cookie("posthog_csrftoken");
        return token.isEmpty() ? new String[0] : new String[] {"X-CSRFToken", token};
    }

    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        if (header.contains("Max-Age=0;")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
