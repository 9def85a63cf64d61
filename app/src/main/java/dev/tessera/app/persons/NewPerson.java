package dev.tessera.app.persons;

import java.util.List;

/** A person to be stored with the distinct ids that lead to it. */
public record NewPerson(Person person, List<DistinctId> distinctIds) {
    public NewPerson {
        distinctIds = List.copyOf(distinctIds);
    }
}
