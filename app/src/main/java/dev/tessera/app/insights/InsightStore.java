package dev.tessera.app.insights;

import dev.tessera.app.access.UserId;
import dev.tessera.kernel.id.InsightId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Keeps insights, deleted ones too. Whatever does not belong to the given project does not exist. */
public interface InsightStore {
    Optional<Insight> find(ProjectId project, InsightId id);

    Optional<Insight> findByShortId(ProjectId project, String shortId);

    /** Those of {@code ids} that exist. */
    Map<InsightId, Insight> find(ProjectId project, Collection<InsightId> ids);

    /** Like {@link #find(ProjectId, InsightId)}; nobody else changes the insight before the open transaction ends. */
    Optional<Insight> lock(ProjectId project, InsightId id);

    /** Some of the live insights that {@code filter} lets through, seen by {@code user}. */
    Page<Insight> list(ProjectId project, UserId user, InsightFilter filter, PageRequest page);

    /**
     * Stores a new insight and gives it its id.
     *
     * @throws dev.tessera.kernel.tx.DuplicateException when the short id is taken
     */
    Insight create(ProjectId project, NewInsight insight);

    /** Stores everything of {@code insight} that can change. */
    void update(ProjectId project, Insight insight);

    /** Deletes or restores insights and leaves the rest of them as it is. */
    void setDeleted(ProjectId project, Collection<InsightId> ids, boolean deleted);

    /** What {@code user} made of those of {@code ids} that the user ever marked. */
    Map<InsightId, InsightMarks> marks(ProjectId project, UserId user, Collection<InsightId> ids);

    /** Remembers that {@code user} viewed those of {@code ids} that exist; marks as favourites stay. */
    void markViewed(ProjectId project, UserId user, Collection<InsightId> ids, Instant at);

    /** Stores what {@code user} makes of an insight. */
    void mark(ProjectId project, UserId user, InsightId id, InsightMarks marks);
}
