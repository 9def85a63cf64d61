package dev.tessera.app.definitions;

import dev.tessera.app.access.ProjectCall;
import dev.tessera.app.http.Fields;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import dev.tessera.kernel.tx.DuplicateException;
import dev.tessera.kernel.tx.Transactions;
import java.util.Optional;
import java.util.UUID;

/** Keeps definitions of events (spec/persons-events-definitions-api.md 5). */
public final class EventDefinitions {
    private static final int MAX_NAME = 400;

    private final Transactions transactions;
    private final EventDefinitionStore store;
    private final DefinitionTracker tracker;
    private final DefinitionLimits limits;
    private final Clock clock;

    /** {@code tracker} is the applier's, which has to hear of definitions that are gone. */
    public EventDefinitions(
            Transactions transactions,
            EventDefinitionStore store,
            DefinitionTracker tracker,
            DefinitionLimits limits,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.tracker = tracker;
        this.limits = limits;
        this.clock = clock;
    }

    Page<EventDefinition> list(ProjectId project, EventDefinitionFilter filter, PageRequest page) {
        return store.list(project, filter, page);
    }

    EventDefinition get(ProjectId project, String id) {
        return DefinitionIds.parse(id).flatMap(it -> store.find(project, it)).orElseThrow(ProblemException::notFound);
    }

    /** Defines an event before there is one. */
    EventDefinition create(ProjectCall call, Fields fields) {
        String name = fields.requiredText("name", MAX_NAME);
        refuseWhatIsMissing(fields);
        Notes notes = NotesWrite.read(fields, Notes.none(), call.user().id(), clock.now());
        try {
            return transactions.write(() -> {
                if (store.count(call.projectId()) >= limits.events()) {
                    throw ProblemException.invalid(
                            "A project can have " + limits.events() + " event definitions at most.", "name");
                }
                return store.create(call.projectId(), name, primaryProperty(fields, Optional.empty()), notes);
            });
        } catch (DuplicateException e) {
            throw new ProblemException(
                    new Problem.Invalid("unique", "There is a definition of this event already.", "name"));
        }
    }

    EventDefinition update(ProjectCall call, String id, Fields fields) {
        refuseWhatIsMissing(fields);
        return transactions.write(() -> {
            EventDefinition present = DefinitionIds.parse(id)
                    .flatMap(it -> store.lock(call.projectId(), it))
                    .orElseThrow(ProblemException::notFound);
            EventDefinition updated = new EventDefinition(
                    present.id(),
                    present.name(),
                    present.createdAt(),
                    present.lastSeenAt(),
                    primaryProperty(fields, present.primaryProperty()),
                    NotesWrite.read(fields, present.notes(), call.user().id(), clock.now()));
            store.update(call.projectId(), updated);
            return updated;
        });
    }

    /** Removes a definition; the next event of its name makes one again. */
    void delete(ProjectId project, String id) {
        UUID found = get(project, id).id();
        try {
            store.delete(project, found);
        } finally {
            tracker.forget(); // Also when it is not known whether it is gone.
        }
    }

    private static void refuseWhatIsMissing(Fields fields) {
        fields.refuse("owner", "Owners of definitions are not supported yet. Leave out \"owner\".");
        fields.refuse(
                "default_columns", "Columns of definitions are not supported yet. Leave out \"default_columns\".");
        fields.refuse(
                "media_preview_urls",
                "Pictures of definitions are not supported yet. Leave out \"media_preview_urls\".");
        String mode = fields.text("enforcement_mode", "allow", MAX_NAME);
        if (!mode.equals("allow")) {
            throw new ProblemException(new Problem.Invalid(
                    "not_supported", "No event is rejected for its definition. Use \"allow\".", "enforcement_mode"));
        }
    }

    private static Optional<String> primaryProperty(Fields fields, Optional<String> present) {
        return Optional.ofNullable(fields.nullableText("primary_property", present.orElse(null), MAX_NAME));
    }
}
