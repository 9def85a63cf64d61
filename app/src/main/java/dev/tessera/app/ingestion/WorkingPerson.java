package dev.tessera.app.ingestion;

import dev.tessera.app.persons.DistinctId;
import dev.tessera.app.persons.NewPerson;
import dev.tessera.app.persons.Person;
import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A person while the events of a group are folded into it, so that it is written once per group. */
final class WorkingPerson {
    /** Events that never change a person beyond creating it (5.7). */
    private static final Set<String> IMPERSONAL = Set.of("$exception", "$$heatmap");

    private final Person before;
    private final boolean created;
    private boolean changed;
    private @Nullable ObjectNode properties;

    private WorkingPerson(Person before, boolean created) {
        this.before = before;
        this.created = created;
    }

    static WorkingPerson stored(Person person) {
        return new WorkingPerson(person, false);
    }

    /** The person that {@code event} creates: its time, and its properties with the uuid of their creator (5.6). */
    static WorkingPerson createdBy(PendingEvent event) {
        CapturedEvent captured = event.captured();
        UUID uuid = event.distinctId().personUuid();
        Person person = new Person(
                PersonId.createdBy(event.sequence()), event.project(), uuid, captured.timestamp(), "{}", false, 0);
        WorkingPerson working = new WorkingPerson(person, true);
        working.update(captured);
        working.editable().put("$creator_event_uuid", captured.uuid().toString());
        return working;
    }

    PersonId id() {
        return before.id();
    }

    /** Applies the event's {@code $set_once}, then its {@code $set} (5.7), unless it is of a kind that tells nothing. */
    void update(CapturedEvent event) {
        if (event.setsPersonProperties() && !IMPERSONAL.contains(event.event())) {
            ObjectNode set = object(event.set());
            for (Map.Entry<String, JsonNode> once : object(event.setOnce()).properties()) {
                if (!set.has(once.getKey()) && !editable().has(once.getKey())) {
                    put(once.getKey(), once.getValue());
                }
            }
            for (Map.Entry<String, JsonNode> entry : set.properties()) {
                if (!entry.getValue().equals(editable().get(entry.getKey()))) {
                    put(entry.getKey(), entry.getValue());
                }
            }
        }
    }

    boolean created() {
        return created;
    }

    /** Whether a stored person has to be written again. */
    boolean updated() {
        return changed && !created;
    }

    Person after() {
        ObjectNode edited = properties;
        if (edited == null || !(changed || created)) {
            return before;
        }
        return new Person(
                before.id(),
                before.project(),
                before.uuid(),
                before.createdAt(),
                Json.write(edited),
                before.identified(),
                created ? 0 : before.version() + 1);
    }

    NewPerson asNew(DistinctId distinctId) {
        return new NewPerson(after(), List.of(distinctId));
    }

    private void put(String name, JsonNode value) {
        editable().set(name, value);
        changed = true;
    }

    private ObjectNode editable() {
        ObjectNode known = properties;
        if (known == null) {
            known = object(before.properties());
            properties = known;
        }
        return known;
    }

    private static ObjectNode object(String text) {
        return text.isEmpty() ? Json.object() : (ObjectNode) Json.parse(text);
    }
}
