package dev.tessera.app.access;

import dev.tessera.app.http.Response;

/** Answers requests to a route of a project. */
@FunctionalInterface
public interface ProjectHandler {
    Response handle(ProjectCall call) throws InterruptedException;
}
