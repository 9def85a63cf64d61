package dev.tessera.app.access;

import dev.tessera.app.http.Fields;
import java.util.List;
import java.util.Optional;

/** What people say they do at their organization (spec/access.md 6.1). */
public final class Roles {
    static final String FIELD = "role_at_organization";

    private static final List<String> ALL =
            List.of("engineering", "data", "product", "founder", "leadership", "marketing", "sales", "other", "");

    private Roles() {}

    /** The role in {@code fields}; empty when it is null or absent. */
    public static Optional<String> of(Fields fields) {
        return Choices.nullable(fields, FIELD, ALL);
    }
}
