package dev.tessera.app.access;

import java.util.Arrays;
import java.util.Optional;

/** What a member may do in an organization (spec/access.md 7.1). */
public enum MembershipLevel {
    MEMBER(1),
    ADMIN(8),
    /** There is exactly one in an organization. */
    OWNER(15);

    private final int number;

    MembershipLevel(int number) {
        this.number = number;
    }

    /** The level that has {@code number} on the wire and in the store. */
    public static Optional<MembershipLevel> of(long number) {
        return Arrays.stream(values()).filter(it -> it.number == number).findFirst();
    }

    /** The number on the wire and in the store. */
    public int number() {
        return number;
    }

    public boolean isAtLeast(MembershipLevel other) {
        return number >= other.number;
    }
}
