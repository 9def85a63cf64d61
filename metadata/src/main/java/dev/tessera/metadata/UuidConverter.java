package dev.tessera.metadata;

import java.util.UUID;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** UUIDs as 36 characters of text, on both engines. */
public final class UuidConverter extends AbstractConverter<String, UUID> {
    private static final long serialVersionUID = 1L;

    public UuidConverter() {
        super(String.class, UUID.class);
    }

    @Override
    public @Nullable UUID from(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    @Override
    public @Nullable String to(@Nullable UUID uuid) {
        return uuid == null ? null : uuid.toString();
    }
}
