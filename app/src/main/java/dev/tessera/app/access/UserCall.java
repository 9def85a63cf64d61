package dev.tessera.app.access;

import dev.tessera.app.http.Request;

/** A request by a user about what is the user's own. */
public record UserCall(Request request, Caller caller) {
    public User user() {
        return caller.user();
    }
}
