package dev.tessera.app.tiles;

import java.util.Arrays;
import java.util.Optional;

/** Who may edit a dashboard (spec/dashboards.md 7.2). */
public enum RestrictionLevel {
    /** Everyone in the project. */
    EVERYONE(21),
    /** Its creator, administrators, and who was named for it. */
    COLLABORATORS(37);

    private final int number;

    RestrictionLevel(int number) {
        this.number = number;
    }

    /** The level that has {@code number} on the wire and in the store. */
    public static Optional<RestrictionLevel> of(long number) {
        return Arrays.stream(values()).filter(it -> it.number == number).findFirst();
    }

    /** The number on the wire and in the store. */
    public int number() {
        return number;
    }
}
