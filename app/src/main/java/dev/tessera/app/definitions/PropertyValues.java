package dev.tessera.app.definitions;

import dev.tessera.app.definitions.EventDefinitionFilter.Order;
import dev.tessera.app.definitions.EventDefinitionFilter.Sort;
import dev.tessera.events.EventStore;
import dev.tessera.events.QueryMemoryException;
import dev.tessera.events.QueryTimeoutException;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.TimeBounds;
import dev.tessera.query.plan.ValueExpression;
import dev.tessera.query.plan.ValuesPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which values events had lately, so that people can choose one (spec/persons-events-definitions-api.md 3.3). */
public final class PropertyValues {
    private static final Duration LATELY = Duration.ofDays(7);

    /** Events may be almost a day ahead of the clock. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_LENGTH = 400;
    private static final int SAMPLE = 20_000;
    private static final int LIMIT = 50;

    private final EventStore events;
    private final EventDefinitionStore definitions;
    private final Clock clock;

    public PropertyValues(EventStore events, EventDefinitionStore definitions, Clock clock) {
        this.events = events;
        this.definitions = definitions;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param value what to read from an event
     * @param containing part of the values, in any case; empty for all values
     * @param eventNames of which events; empty for all
     * @param conditions what else has to be so with an event
     */
    record Wanted(
            ValueExpression value, Optional<String> containing, List<String> eventNames, List<Condition> conditions) {
        Wanted {
            eventNames = List.copyOf(eventNames);
            conditions = List.copyOf(conditions);
        }
    }

    /** The values, the one that came last first. */
    List<String> of(ProjectId project, Wanted wanted) {
        List<Condition> conditions = new ArrayList<>();
        if (!wanted.eventNames().isEmpty()) {
            conditions.add(new Condition.OneOf(new ValueExpression.EventName(), wanted.eventNames()));
        }
        conditions.addAll(wanted.conditions());
        wanted.containing().ifPresent(it -> conditions.add(new Condition.Contains(wanted.value(), List.of(it))));
        Instant now = clock.now();
        ValuesPlan plan = new ValuesPlan(
                project,
                new TimeBounds(now.minus(LATELY), now.plus(AHEAD)),
                Condition.all(conditions),
                wanted.value(),
                MAX_LENGTH,
                SAMPLE,
                LIMIT);
        return values(plan);
    }

    private List<String> values(ValuesPlan plan) {
        try {
            return events.values(plan, TIMEOUT);
        } catch (QueryTimeoutException e) {
            throw new ProblemException(new Problem.Invalid(
                    "timeout_exceeded",
                    "There were no values within " + TIMEOUT.toSeconds() + " seconds. Name an event that has them.",
                    "event_name"));
        } catch (QueryMemoryException e) {
            throw new ProblemException(new Problem.Invalid(
                    "memory_limit_exceeded",
                    "The events that have values are too large to look them up. Name an event that has smaller"
                            + " properties.",
                    "event_name"));
        }
    }

    /** The names of events that the project chose itself, what was seen last first. */
    List<String> customEvents(ProjectId project, Optional<String> containing) {
        EventDefinitionFilter filter = new EventDefinitionFilter(
                containing.map(it -> List.of(it.toLowerCase(Locale.ROOT))).orElse(List.of()),
                Sort.EVENT_CUSTOM,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new Order(EventDefinitionFilter.By.LAST_SEEN_AT, true));
        return definitions.list(project, filter, new PageRequest(LIMIT, 0)).items().stream()
                .map(EventDefinition::name)
                .toList();
    }
}
