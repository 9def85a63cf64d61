package dev.tessera.app.tags;

import dev.tessera.app.http.Fields;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Reads tags: trimmed, lower-cased, each once, in order (spec/dashboards.md 4.19). */
public final class Tags {
    private static final String FIELD = "tags";
    private static final int MAX_TAGS = 100;
    private static final int MAX_LENGTH = 255;

    private Tags() {}

    /** The tags of a request, or {@code fallback} when it says nothing about them. */
    public static List<String> read(Fields fields, List<String> fallback) {
        return fields.texts(FIELD).map(it -> checked(fields, it)).orElse(fallback);
    }

    /** The form in which {@code tags} are kept. */
    public static List<String> normalized(Collection<String> tags) {
        return tags.stream()
                .map(it -> it.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> checked(Fields fields, List<String> tags) {
        String attr = fields.attr(FIELD);
        if (tags.size() > MAX_TAGS) {
            throw invalid("max_length", "Ensure this field has no more than " + MAX_TAGS + " elements.", attr);
        }
        for (int i = 0; i < tags.size(); i++) {
            String tag = tags.get(i).strip();
            if (tag.isEmpty()) {
                throw invalid("blank", "This field may not be blank.", attr + "__" + i);
            }
            if (tag.length() > MAX_LENGTH) {
                throw invalid(
                        "max_length",
                        "Ensure this field has no more than " + MAX_LENGTH + " characters.",
                        attr + "__" + i);
            }
            if (tag.indexOf('\0') >= 0) {
                throw invalid("null_characters_not_allowed", "Null characters are not allowed.", attr + "__" + i);
            }
        }
        return normalized(tags);
    }

    private static ProblemException invalid(String code, String detail, String attr) {
        return new ProblemException(new Problem.Invalid(code, detail, attr));
    }
}
