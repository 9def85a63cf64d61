package dev.tessera.app.definitions;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.id.Uuids;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The ids of definitions. They come from what is defined, so that events that are applied again make the same ones. */
public final class DefinitionIds {
    private static final UUID NAMESPACE = UUID.fromString("6f1a3a62-8c57-4b8e-9a0d-0f6f5a7c2d41");
    private static final Pattern FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private DefinitionIds() {}

    /** The id of an event's definition. */
    public static UUID ofEvent(ProjectId project, String name) {
        return Uuids.v5(NAMESPACE, project.value() + ":events:" + name);
    }

    /** The id of a property's definition. */
    public static UUID ofProperty(ProjectId project, PropertyOwner owner, String name) {
        String group = owner instanceof PropertyOwner.Groups it ? ":" + it.typeIndex() : "";
        return Uuids.v5(NAMESPACE, project.value() + ":" + owner.wireName() + group + ":" + name);
    }

    /** The id that a path names. */
    static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
