package dev.tessera.app.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Unpacks what old browser SDKs packed: LZ-string, as base64.
 *
 * <p>A stream of codes, each a phrase that came before or a character that did not. Every phrase makes a new one: the phrase
 * before it with its own first character. They are kept as that, not as texts, or a few kilobytes could take gigabytes.
 */
final class LzString {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
    private static final int DIGIT_BITS = 6;

    /** These two codes announce a character of 8 or 16 bits. */
    private static final int NARROW_CHARACTER = 0;

    private static final int WIDE_CHARACTER = 1;
    private static final int END = 2;
    private static final int FIRST_PHRASE = 3;

    private final byte[] packed;
    private int digitsRead;
    private int digit;
    private int bitsOfDigit;

    /** How many bits the next code has, and after how many new phrases it is one more. */
    private int width = 2;

    private int untilWider = 1;

    /** The place of each phrase, which is its code, holds the phrase that it goes on from, and what it has more. */
    private int[] origin = new int[64];

    private char[] first = new char[64];
    private char[] last = new char[64];
    private int[] length = new int[64];
    private int phrases = FIRST_PHRASE;
    private char[] written = new char[64];

    private LzString(byte[] packed) {
        this.packed = packed;
    }

    /**
     * Gives the text in {@code packed} to {@code pieces} as UTF-8, piece by piece.
     *
     * @throws CaptureException when there is none in it; pieces may have been given then
     */
    static void unpack(byte[] packed, Consumer<byte[]> pieces) {
        try (Writer text = new OutputStreamWriter(new Cutting(pieces), StandardCharsets.UTF_8)) {
            new LzString(packed).unpack(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void unpack(Writer text) throws IOException {
        int previous = 0;
        for (int code = read(width); code != END; code = read(width)) {
            int phrase = code == NARROW_CHARACTER || code == WIDE_CHARACTER ? character(code) : code;
            if (phrase > phrases || (phrase == phrases && previous == 0)) {
                throw invalid();
            }
            if (previous != 0) {
                char more = first[phrase == phrases ? previous : phrase]; // The new one may be this very phrase.
                add(previous, first[previous], more, length[previous] + 1);
            }
            write(phrase, text);
            previous = phrase;
        }
    }

    private int character(int code) {
        char character = (char) read(code == NARROW_CHARACTER ? Byte.SIZE : Character.SIZE);
        add(0, character, character, 1);
        return phrases - 1;
    }

    private void add(int from, char its, char more, int characters) {
        if (phrases == origin.length) {
            int room = 2 * phrases;
            origin = Arrays.copyOf(origin, room);
            first = Arrays.copyOf(first, room);
            last = Arrays.copyOf(last, room);
            length = Arrays.copyOf(length, room);
        }
        origin[phrases] = from;
        first[phrases] = its;
        last[phrases] = more;
        length[phrases] = characters;
        phrases++;
        untilWider--;
        if (untilWider == 0) {
            untilWider = 1 << width;
            width++;
        }
    }

    private void write(int phrase, Writer text) throws IOException {
        int characters = length[phrase];
        if (characters > written.length) {
            written = new char[2 * characters];
        }
        int from = phrase;
        for (int i = characters - 1; i >= 0; i--) {
            written[i] = last[from];
            from = origin[from];
        }
        text.write(written, 0, characters);
    }

    /** The number of {@code bits} bits that comes next; its lowest comes first. */
    private int read(int bits) {
        int number = 0;
        for (int i = 0; i < bits; i++) {
            number |= bit() << i;
        }
        return number;
    }

    /** A digit's highest bit comes first. */
    private int bit() {
        if (bitsOfDigit == 0) {
            digit = digitsRead < packed.length ? ALPHABET.indexOf(packed[digitsRead]) : -1;
            if (digit < 0) {
                throw invalid();
            }
            digitsRead++;
            bitsOfDigit = DIGIT_BITS;
        }
        bitsOfDigit--;
        return (digit >> bitsOfDigit) & 1;
    }

    private static CaptureException invalid() {
        return CaptureException.badRequest("failed to decode request: invalid LZ-string data");
    }

    /** Hands on what is written, each time as a piece. */
    private static final class Cutting extends OutputStream {
        private final Consumer<byte[]> pieces;

        private Cutting(Consumer<byte[]> pieces) {
            this.pieces = pieces;
        }

        @Override
        public void write(int b) {
            pieces.accept(new byte[] {(byte) b});
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            pieces.accept(Arrays.copyOfRange(bytes, from, from + count));
        }
    }
}
