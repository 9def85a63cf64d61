package dev.tessera.query.dialect.duckdb;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.query.dialect.EventColumn;
import dev.tessera.query.dialect.SqlWriter;
import dev.tessera.query.plan.EarliestPlan;
import dev.tessera.query.plan.TimeBounds;
import java.time.Instant;
import java.util.Optional;

/**
 * Which events a statement is about.
 *
 * @param until the first moment that no longer counts, if there is one
 * @param large whether the project has large values
 */
record EventSource(ProjectId project, Instant from, Optional<Instant> until, LargeValues large) {
    static EventSource of(ProjectId project, TimeBounds time, LargeValues large) {
        return new EventSource(project, time.from(), Optional.of(time.until()), large);
    }

    static EventSource of(EarliestPlan plan, LargeValues large) {
        return new EventSource(plan.project(), plan.notBefore(), Optional.empty(), large);
    }

    /** Writes the condition that rows of events or large values are of the project and time. */
    void where(SqlWriter sql, String and) {
        sql.column(EventColumn.PROJECT_ID).sql(" = ").bind(project.value());
        sql.sql(and).column(EventColumn.TIMESTAMP).sql(" >= ").bind(from);
        until.ifPresent(
                it -> sql.sql(and).column(EventColumn.TIMESTAMP).sql(" < ").bind(it));
    }
}
