package dev.tessera.app.definitions;

import dev.tessera.app.access.ProjectCall;
import dev.tessera.app.http.Fields;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import dev.tessera.kernel.tx.Transactions;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Keeps definitions of properties (spec/persons-events-definitions-api.md 6). */
public final class PropertyDefinitions {
    private static final String TYPE = "property_type";

    private final Transactions transactions;
    private final PropertyDefinitionStore store;
    private final DefinitionTracker tracker;
    private final Clock clock;

    /** {@code tracker} is the applier's, which has to hear of types that are gone. */
    public PropertyDefinitions(
            Transactions transactions, PropertyDefinitionStore store, DefinitionTracker tracker, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.tracker = tracker;
        this.clock = clock;
    }

    Page<ListedProperty> list(ProjectId project, PropertyDefinitionFilter filter, PageRequest page) {
        return store.list(project, filter, page);
    }

    PropertyDefinition get(ProjectId project, String id) {
        return DefinitionIds.parse(id).flatMap(it -> store.find(project, it)).orElseThrow(ProblemException::notFound);
    }

    /** Changes the type and the notes. Without a type, the next value that tells one sets it again. */
    PropertyDefinition update(ProjectCall call, String id, Fields fields) {
        try {
            return transactions.write(() -> {
                PropertyDefinition present = DefinitionIds.parse(id)
                        .flatMap(it -> store.lock(call.projectId(), it))
                        .orElseThrow(ProblemException::notFound);
                PropertyDefinition updated = new PropertyDefinition(
                        present.id(),
                        present.owner(),
                        present.name(),
                        type(fields, present.type()),
                        NotesWrite.read(fields, present.notes(), call.user().id(), clock.now()));
                store.update(call.projectId(), updated);
                return updated;
            });
        } finally {
            if (fields.has(TYPE)) {
                tracker.forget();
            }
        }
    }

    private static Optional<PropertyType> type(Fields fields, Optional<PropertyType> present) {
        JsonNode value = fields.json().get(TYPE);
        if (value == null) {
            return present;
        }
        if (value.isNull() || value.asString("-").isEmpty()) {
            return Optional.empty();
        }
        String name = value.isString() ? value.asString() : value.toString();
        return Optional.of(PropertyType.named(name).orElseThrow(() -> ListRequest.choice(name, fields.attr(TYPE))));
    }
}
