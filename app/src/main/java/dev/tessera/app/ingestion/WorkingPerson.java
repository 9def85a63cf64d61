package dev.tessera.app.ingestion;

import dev.tessera.app.persons.Person;
import dev.tessera.kernel.id.PersonId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person while the events of a group are folded into it, so that it is read and written once per group. */
final class WorkingPerson {
    /** Events that never change a person beyond creating it (5.7). */
    private static final Set<String> IMPERSONAL = Set.of("$exception", "$$heatmap");

    private final Person before;
    private final boolean created;
    private @Nullable PersonProperties properties;

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
        Person person = new Person(
                PersonId.createdBy(event.sequence()),
                event.project(),
                event.distinctId().personUuid(),
                captured.timestamp(),
                "{}",
                false,
                0);
        WorkingPerson working = new WorkingPerson(person, true);
        working.update(captured);
        working.editable().put(ProtectedProperties.CREATOR, captured.uuid().toString());
        return working;
    }

    /** Applies the event's {@code $set_once}, then its {@code $set} (5.7), unless it is of a kind that tells nothing. */
    void update(CapturedEvent event) {
        if (event.setsPersonProperties() && !IMPERSONAL.contains(event.event())) {
            editable().update(event.set(), event.setOnce());
        }
    }

    boolean created() {
        return created;
    }

    /** Whether it has to be written, anew or again. */
    boolean changed() {
        return created || (properties != null && properties.changed());
    }

    /** How often a property was left out because the person has too many. */
    int leftOut() {
        return properties == null ? 0 : properties.leftOut();
    }

    /** The person as it is to be stored. Makes its text, so it is called once. */
    Person after() {
        PersonProperties edited = properties;
        if (edited == null || !changed()) {
            return before;
        }
        return new Person(
                before.id(),
                before.project(),
                before.uuid(),
                before.createdAt(),
                edited.text(),
                before.identified(),
                created ? 0 : before.version() + 1);
    }

    private PersonProperties editable() {
        PersonProperties known = properties;
        if (known == null) {
            known = new PersonProperties(before.properties());
            properties = known;
        }
        return known;
    }
}
