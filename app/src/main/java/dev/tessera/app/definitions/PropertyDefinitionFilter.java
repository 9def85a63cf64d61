package dev.tessera.app.definitions;

import java.util.List;
import java.util.Optional;

/**
 * Which property definitions a list wants. What is empty does not filter.
 *
 * @param owner whose properties
 * @param terms lower-cased; all have to be in the name or in what else it is called
 * @param names exactly these
 * @param excluded none of these
 * @param numerical only those with numbers
 * @param flags those that are about feature flags, or the others
 * @param events those seen on one of these come first, and are marked
 * @param seen only those seen on one of {@code events}, or the others
 * @param tags of which they have to have one
 */
public record PropertyDefinitionFilter(
        PropertyOwner owner,
        List<String> terms,
        Optional<List<String>> names,
        List<String> excluded,
        boolean numerical,
        Optional<Boolean> flags,
        List<String> events,
        Optional<Boolean> seen,
        List<String> tags,
        Optional<Boolean> verified,
        Optional<Boolean> hidden) {
    public PropertyDefinitionFilter {
        terms = List.copyOf(terms);
        names = names.map(List::copyOf);
        excluded = List.copyOf(excluded);
        events = List.copyOf(events);
        tags = List.copyOf(tags);
    }

    /** All properties of {@code owner}. */
    public static PropertyDefinitionFilter of(PropertyOwner owner) {
        return new PropertyDefinitionFilter(
                owner,
                List.of(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
