package dev.tessera.app.capture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Packs texts as old browser SDKs do: LZ-string, as base64. Made for short texts. */
public final class LzPacker {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int DIGIT_BITS = 6;
    private static final int END = 2;

    private final Map<String, Integer> codes = new HashMap<>();

    /** Characters that have a code and were not written yet. */
    private final Set<String> unwritten = new HashSet<>();

    private final StringBuilder bits = new StringBuilder();
    private int width = 2;
    private int untilWider = 2;

    private LzPacker() {}

    public static String pack(String text) {
        LzPacker packer = new LzPacker();
        packer.writeAll(text);
        return packer.base64();
    }

    /** What {@code character} times 1 + 2 + 3 + … + {@code phrases} is packed as, each phrase one longer than the last. */
    public static String packed(char character, int phrases) {
        LzPacker packer = new LzPacker();
        String first = String.valueOf(character);
        packer.unwritten.add(first);
        packer.writePhrase(first);
        for (int code = END + 2; code < phrases + END + 1; code++) {
            packer.write(code, packer.width);
            packer.count();
        }
        packer.write(END, packer.width);
        return packer.base64();
    }

    private void writeAll(String text) {
        String phrase = "";
        for (int i = 0; i < text.length(); i++) {
            String character = text.substring(i, i + 1);
            if (codes.putIfAbsent(character, codes.size() + END + 1) == null) {
                unwritten.add(character);
            }
            if (codes.containsKey(phrase + character)) {
                phrase += character;
            } else {
                writePhrase(phrase);
                codes.put(phrase + character, codes.size() + END + 1);
                phrase = character;
            }
        }
        if (!phrase.isEmpty()) {
            writePhrase(phrase);
        }
        write(END, width);
    }

    private void writePhrase(String phrase) {
        if (unwritten.remove(phrase)) {
            char character = phrase.charAt(0);
            int size = character < 256 ? Byte.SIZE : Character.SIZE;
            write(size == Byte.SIZE ? 0 : 1, width);
            write(character, size);
            count();
        } else {
            write(codes.getOrDefault(phrase, 0), width);
        }
        count();
    }

    private void count() {
        untilWider--;
        if (untilWider == 0) {
            untilWider = 1 << width;
            width++;
        }
    }

    private void write(int number, int size) {
        for (int i = 0; i < size; i++) {
            bits.append((number >> i) & 1);
        }
    }

    private String base64() {
        do {
            bits.append('0');
        } while (bits.length() % DIGIT_BITS != 0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bits.length(); i += DIGIT_BITS) {
            text.append(ALPHABET.charAt(Integer.parseInt(bits, i, i + DIGIT_BITS, 2)));
        }
        return text.append("=".repeat((4 - text.length() % 4) % 4)).toString();
    }
}
