package dev.tessera.app.dashboards;

import dev.tessera.app.access.UserId;
import java.time.Instant;

/** A dashboard that has no number yet. */
public record NewDashboard(
        DashboardDetails details, boolean deleted, CreationMode creationMode, UserId createdBy, Instant createdAt) {}
