package dev.tessera.app.access;

import dev.tessera.app.http.Request;

/** A request to an organization by one of its members. */
public record OrganizationCall(Request request, Caller caller, Membership membership, Organization organization) {
    public User user() {
        return caller.user();
    }
}
