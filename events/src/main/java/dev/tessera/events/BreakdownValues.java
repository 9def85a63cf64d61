package dev.tessera.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The breakdown values of one answer while an adapter reads it: each combination is kept once, however many rows have it. */
public final class BreakdownValues {
    /** A breakdown may have a thousand combinations of three texts of 2,000 bytes, and an answer names each twice. */
    private static final long MAX_CHARACTERS = 5 << 20;

    private final Map<List<String>, List<String>> known = new HashMap<>();
    private long characters;

    /**
     * The list that stands for {@code values} in every row.
     *
     * @throws AnswerTooLargeException when the texts of all lists together are too long
     */
    public List<String> shared(List<String> values) {
        List<String> shared = known.get(values);
        if (shared != null) {
            return shared;
        }
        for (String value : values) {
            characters += value.length();
        }
        if (characters > MAX_CHARACTERS) {
            throw new AnswerTooLargeException(
                    "The values of a breakdown have more than " + MAX_CHARACTERS + " characters together");
        }
        List<String> copy = List.copyOf(values);
        known.put(copy, copy);
        return copy;
    }
}
