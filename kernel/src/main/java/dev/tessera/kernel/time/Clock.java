package dev.tessera.kernel.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The only way to learn the time: nothing else in the product reads the machine's clock. */
@FunctionalInterface
public interface Clock {
    /** The present instant, to the microsecond (the precision of every store). */
    Instant now();

    /** The machine's clock. */
    static Clock system() {
        return () -> java.time.Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
