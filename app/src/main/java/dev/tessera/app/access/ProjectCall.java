package dev.tessera.app.access;

import dev.tessera.app.http.Request;
import dev.tessera.kernel.id.ProjectId;

/**
 * A request to a project by someone who may make it. Whatever the handler reads or writes belongs to {@link #project}.
 *
 * @param membership the caller's, in the project's organization
 */
public record ProjectCall(Request request, Caller caller, Membership membership, Project project) {
    public User user() {
        return caller.user();
    }

    public ProjectId projectId() {
        return project.id();
    }
}
