package dev.tessera.query.plan;

import dev.tessera.kernel.id.ProjectId;

/**
 * Asks which values the newest events of a project have: each once, the one that came last first.
 *
 * <p>Only the newest {@code sample} events that have a value count. Events without a value, with an empty one or with one
 * of more than {@code maxLength} characters have none.
 *
 * @param limit how many values are wanted at most
 */
public record ValuesPlan(
        ProjectId project,
        TimeBounds time,
        Condition condition,
        ValueExpression value,
        int maxLength,
        int sample,
        int limit) {
    public ValuesPlan {
        if (maxLength < 1 || sample < 1 || limit < 1) {
            throw new IllegalArgumentException(
                    "Values of " + maxLength + " characters from " + sample + " events, " + limit + " of them");
        }
    }
}
