package dev.tessera.kernel.id;

/** The number of a dashboard. */
public record DashboardId(long value) {
    public DashboardId {
        if (value <= 0) {
            throw new IllegalArgumentException("A dashboard id is positive, not " + value);
        }
    }
}
