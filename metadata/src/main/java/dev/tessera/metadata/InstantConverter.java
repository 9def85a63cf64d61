package dev.tessera.metadata;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** Instants as the number of microseconds since 1970 (BIGINT), in every table and on both engines. */
public final class InstantConverter extends AbstractConverter<Long, Instant> {
    private static final long serialVersionUID = 1L;

    public InstantConverter() {
        super(Long.class, Instant.class);
    }

    @Override
    public @Nullable Instant from(@Nullable Long micros) {
        return micros == null ? null : instant(micros);
    }

    @Override
    public @Nullable Long to(@Nullable Instant instant) {
        return instant == null ? null : micros(instant);
    }

    /** The instant {@code micros} microseconds after 1970 began. */
    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The microseconds from the start of 1970 to {@code instant}, less when it is earlier. */
    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
