package dev.tessera.app.persons;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a store found of distinct ids that it was asked for: each is in one of the three.
 *
 * @param persons the persons behind those that have one
 * @param unknown those that have none
 * @param rest those that were not looked up, because the persons already found fill the memory there is
 */
public record FoundPersons(Map<DistinctId, Person> persons, List<DistinctId> unknown, List<DistinctId> rest) {
    public FoundPersons {
        persons = Collections.unmodifiableMap(new LinkedHashMap<>(persons));
        unknown = List.copyOf(unknown);
        rest = List.copyOf(rest);
    }
}
