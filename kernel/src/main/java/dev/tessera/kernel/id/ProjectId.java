package dev.tessera.kernel.id;

/** The number of a project, as in {@code /api/projects/:id/}. Every query and every stored row belongs to one. */
public record ProjectId(long value) {
    public ProjectId {
        if (value <= 0) {
            throw new IllegalArgumentException("A project id is positive, not " + value);
        }
    }
}
