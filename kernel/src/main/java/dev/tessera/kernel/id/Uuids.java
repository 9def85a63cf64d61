package dev.tessera.kernel.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** UUIDs of the versions that the JDK does not make (RFC 9562 sections 5.5 and 5.7). */
public final class Uuids {
    private Uuids() {}

    /** The version 5 UUID of {@code name} (as UTF-8) in {@code namespace}. */
    public static UUID v5(UUID namespace, String name) {
        return v5(namespace, name.getBytes(StandardCharsets.UTF_8));
    }

    /** The version 5 UUID of {@code name} in {@code namespace}. */
    public static UUID v5(UUID namespace, byte[] name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name));
        return new UUID(withVersion(hash.getLong(), 5), withVariant(hash.getLong()));
    }

    /** A version 7 UUID: {@code now} in milliseconds, then random bits. */
    public static UUID v7(Instant now, RandomGenerator random) {
        long high = (now.toEpochMilli() << 16) | (random.nextLong() & 0xFFFF);
        return new UUID(withVersion(high, 7), withVariant(random.nextLong()));
    }

    private static long withVersion(long high, int version) {
        return (high & ~0xF000L) | ((long) version << 12);
    }

    private static long withVariant(long low) {
        return (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-1", e);
        }
    }
}
