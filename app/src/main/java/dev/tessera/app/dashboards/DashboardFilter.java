package dev.tessera.app.dashboards;

import java.util.List;
import java.util.Optional;

/**
 * Which dashboards a list wants (spec/dashboards.md 4.1). What is empty does not filter.
 *
 * @param search lower-cased
 * @param tags of which they have to have one
 * @param creationMode empty for all but unlisted ones
 * @param excludeGenerated leaves out those that are named as generated
 */
public record DashboardFilter(
        String search, List<String> tags, Optional<CreationMode> creationMode, boolean excludeGenerated) {
    public DashboardFilter {
        tags = List.copyOf(tags);
    }

    /** Lets everything through that is listed. */
    public static DashboardFilter none() {
        return new DashboardFilter("", List.of(), Optional.empty(), false);
    }
}
