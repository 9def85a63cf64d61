package dev.tessera.app.dashboards;

import dev.tessera.app.access.UserId;
import dev.tessera.kernel.id.DashboardId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Keeps dashboards, deleted ones too. Whatever does not belong to the given project does not exist. */
public interface DashboardStore {
    Optional<Dashboard> find(ProjectId project, DashboardId id);

    /** Like {@link #find}; nobody else changes the dashboard before the open transaction ends. */
    Optional<Dashboard> lock(ProjectId project, DashboardId id);

    /** Some of the live dashboards that {@code filter} lets through: pinned ones first, then by name, nameless last. */
    Page<Dashboard> list(ProjectId project, DashboardFilter filter, PageRequest page);

    /** Stores a new dashboard and gives it its id. */
    Dashboard create(ProjectId project, NewDashboard dashboard);

    /** Stores everything of {@code dashboard} that can change. */
    void update(ProjectId project, Dashboard dashboard);

    /** Remembers that a dashboard was looked at, unless someone did so later. */
    void markAccessed(ProjectId project, DashboardId id, Instant at);

    /** Remembers that {@code user} viewed a dashboard, if it exists, unless the user did so later. */
    void markViewed(ProjectId project, DashboardId id, UserId user, Instant at);

    /** When {@code user} last viewed those of {@code ids} that the user ever viewed. */
    Map<DashboardId, Instant> views(ProjectId project, UserId user, Collection<DashboardId> ids);
}
