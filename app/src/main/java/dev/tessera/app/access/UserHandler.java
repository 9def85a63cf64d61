package dev.tessera.app.access;

import dev.tessera.app.http.Response;

/** Answers requests to a route that belongs to the calling user. */
@FunctionalInterface
public interface UserHandler {
    Response handle(UserCall call) throws InterruptedException;
}
