package dev.tessera.app.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Tokens and keys: how they are made, hashed and shown (spec/access.md 3.1). */
public final class Secrets {
    /** Begins every project token. */
    public static final String PROJECT_PREFIX = "phc_";

    /** Begins every personal API key. */
    public static final String PERSONAL_PREFIX = "phx_";

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int PROJECT_BITS = 256;
    private static final int PERSONAL_BITS = 280;
    private static final int ID_BITS = 256;
    private static final int SHORTEST_SHOWN = 16;

    private final SecureRandom random;

    public Secrets(SecureRandom random) {
        this.random = random;
    }

    /** A new project token. */
    public String projectToken() {
        return PROJECT_PREFIX + base62(PROJECT_BITS);
    }

    /** A new value of a personal API key. */
    public String personalApiKey() {
        return PERSONAL_PREFIX + base62(PERSONAL_BITS);
    }

    /** A new id that nobody can guess. */
    public String id() {
        return base62(ID_BITS);
    }

    /** What is stored instead of {@code value}. A value has so many random bits that neither salt nor work is needed. */
    public static String hash(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return "sha256$" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** What may be shown of {@code value}: its first and last four characters, or nothing of a short one. */
    public static String mask(String value) {
        return value.length() < SHORTEST_SHOWN
                ? "********"
                : value.substring(0, 4) + "..." + value.substring(value.length() - 4);
    }

    private String base62(int bits) {
        BigInteger number = new BigInteger(bits, random);
        StringBuilder text = new StringBuilder();
        BigInteger base = BigInteger.valueOf(DIGITS.length());
        do {
            BigInteger[] parts = number.divideAndRemainder(base);
            text.append(DIGITS.charAt(parts[1].intValue()));
            number = parts[0];
        } while (number.signum() > 0);
        return text.reverse().toString();
    }
}
