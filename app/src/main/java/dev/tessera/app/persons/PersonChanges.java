package dev.tessera.app.persons;

import java.util.List;

/** What a group of events does to persons; each person occurs at most once. */
public record PersonChanges(List<NewPerson> created, List<Person> updated) {
    public PersonChanges {
        created = List.copyOf(created);
        updated = List.copyOf(updated);
    }

    public boolean isEmpty() {
        return created.isEmpty() && updated.isEmpty();
    }
}
