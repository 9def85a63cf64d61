package dev.tessera.app.persons;

import java.util.List;

/** What a group of events does to persons; each person occurs at most once. */
public record PersonChanges(List<NewPerson> created, List<Person> updated) {
    public static final PersonChanges NONE = new PersonChanges(List.of(), List.of());

    public PersonChanges {
        created = List.copyOf(created);
        updated = List.copyOf(updated);
    }
}
