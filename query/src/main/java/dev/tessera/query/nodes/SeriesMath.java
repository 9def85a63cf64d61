package dev.tessera.query.nodes;

import dev.tessera.kernel.problem.ProblemException;
import java.util.Set;

/** What is counted (spec/queries-trends.md 5). */
public enum SeriesMath {
    /** Events. */
    TOTAL,
    /** Different persons. */
    DAU;

    private static final Set<String> LATER = Set.of(
            "unique_session",
            "unique_group",
            "hogql",
            "weekly_active",
            "monthly_active",
            "avg",
            "sum",
            "min",
            "max",
            "median",
            "p75",
            "p90",
            "p95",
            "p99",
            "avg_count_per_actor",
            "min_count_per_actor",
            "max_count_per_actor",
            "median_count_per_actor",
            "p75_count_per_actor",
            "p90_count_per_actor",
            "p95_count_per_actor",
            "p99_count_per_actor",
            "first_time_for_user",
            "first_matching_event_for_user",
            "first_time_for_user_with_filters");

    static SeriesMath named(String name, String path) {
        return switch (name) {
            case "total" -> TOTAL;
            case "dau" -> DAU;
            default -> {
                if (LATER.contains(name)) {
                    throw Refusals.notSupported(
                            "The math \"" + name + "\" is not supported yet. Use total or dau.", path);
                }
                throw ProblemException.invalid("There is no math " + Texts.quote(name) + ". Use total or dau.", path);
            }
        };
    }
}
