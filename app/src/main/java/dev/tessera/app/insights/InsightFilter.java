package dev.tessera.app.insights;

import dev.tessera.app.access.UserId;
import dev.tessera.kernel.id.DashboardId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which insights a list wants, and how sorted (spec/insights-and-query-api.md 5.1). What is empty does not filter.
 *
 * @param saved true also lets through what is on a dashboard that is not hidden
 * @param favorited only favourites of the caller
 * @param createdBy by one of whom they were created
 * @param search lower-cased
 * @param dashboards on which all they have to be
 * @param tags of which they have to have one
 */
public record InsightFilter(
        Optional<Boolean> saved,
        boolean favorited,
        Optional<List<UserId>> createdBy,
        Optional<InsightKind> kind,
        String search,
        Span modified,
        Span created,
        Span viewed,
        List<DashboardId> dashboards,
        List<String> tags,
        Optional<String> shortId,
        InsightOrder order) {
    public InsightFilter {
        createdBy = createdBy.map(List::copyOf);
        dashboards = List.copyOf(dashboards);
        tags = List.copyOf(tags);
    }

    /** Lets everything through. */
    public static InsightFilter none() {
        return of(Span.always(), InsightOrder.standard());
    }

    /** Lets through what the caller ever viewed, the latest first. */
    static InsightFilter everViewed() {
        return of(
                new Span(Optional.of(Instant.EPOCH), Optional.empty()),
                new InsightOrder(InsightOrder.By.LAST_VIEWED_AT, true));
    }

    private static InsightFilter of(Span viewed, InsightOrder order) {
        return new InsightFilter(
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                "",
                Span.always(),
                Span.always(),
                viewed,
                List.of(),
                List.of(),
                Optional.empty(),
                order);
    }
}
