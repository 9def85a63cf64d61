package dev.tessera.app.access;

import dev.tessera.app.http.Response;

/** Answers requests to a route of an organization. */
@FunctionalInterface
public interface OrganizationHandler {
    Response handle(OrganizationCall call) throws InterruptedException;
}
