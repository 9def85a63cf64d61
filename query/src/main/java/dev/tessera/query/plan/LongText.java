package dev.tessera.query.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How answers name a value whose text is too long to be carried about. */
public final class LongText {
    /** The longest text that names itself, in bytes of UTF-8. */
    public static final int MAX_BYTES = 2_000;

    /** How many characters (code points) of a longer one are kept. */
    public static final int KEPT = 200;

    /** What stands between the beginning of a long text and its digest. */
    public static final String MARK = "… (SHA-256 ";

    private static final int MOST_BYTES_OF_A_CHAR = 3;

    private LongText() {}

    /** Whether {@code text} is too long to name itself. */
    public static boolean isLong(String text) {
        return text.length() * MOST_BYTES_OF_A_CHAR > MAX_BYTES && bytes(text) > MAX_BYTES;
    }

    /**
     * {@code text}, or in place of a long one its first 200 characters and the SHA-256 of all of it, so that different long
     * texts have different labels.
     */
    public static String label(String text) {
        return isLong(text) ? beginning(text) + MARK + sha256(text) + ")" : text;
    }

    /**
     * What stands for the property {@code name} where a long name has no place. Different names have different keys, also
     * when one is made to look like the key of another.
     */
    public static String key(String name) {
        return hasKey(name) ? beginning(name) + MARK + sha256(name) + ")" : name;
    }

    /** Whether the key of {@code name} is another text. */
    public static boolean hasKey(String name) {
        return isLong(name) || name.contains(MARK);
    }

    private static String beginning(String text) {
        int characters = Math.min(KEPT, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, characters));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
