package dev.tessera.app.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The text of a body in UTF-8, which knows at which byte its characters stand. Parsers of bytes would tell that, too, but
 * they keep every name that they meet.
 */
final class BodyText extends Reader {
    private static final int BLOCK = 8 << 10;
    private static final int MARK_BYTES = 3;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).flip();
    private boolean ended;
    private long charsRead;
    private long bytesRead;

    /** The block that was read last, and a place in it. */
    private char[] block = {};

    private int placeInBlock;
    private long charsBeforePlace;
    private long bytesBeforePlace;

    BodyText(InputStream in) {
        this.in = in;
    }

    /**
     * Reads all of {@code in}.
     *
     * @throws CaptureException when it is not UTF-8, or holds a NUL
     */
    static void check(InputStream in) {
        try (BodyText text = new BodyText(in)) {
            char[] scratch = new char[BLOCK];
            for (int count = text.read(scratch); count >= 0; count = text.read(scratch)) {
                requireNoNul(scratch, count);
            }
        } catch (IOException e) {
            throw CaptureException.badRequest("failed to decode request: invalid UTF8 in request payload");
        }
    }

    /** JSON has none. */
    private static void requireNoNul(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            if (text[i] == 0) {
                throw CaptureException.badRequest("failed to parse request: a NUL byte in the JSON text");
            }
        }
    }

    /**
     * The byte at which a character stands.
     *
     * @param position how many characters are before it; not less than in the last call, and it was read by the last
     *     call of {@link #read}, whose target is unchanged, or comes next
     */
    long byteAt(long position) {
        boolean ascii = bytesRead - bytesBeforePlace == charsRead - charsBeforePlace;
        if (ascii) {
            return bytesBeforePlace + position - charsBeforePlace;
        }
        while (charsBeforePlace < position) {
            bytesBeforePlace += width(block[placeInBlock]);
            charsBeforePlace++;
            placeInBlock++;
        }
        return bytesBeforePlace;
    }

    /** In bytes; a half of a pair of surrogates stands for a half of its four. */
    private static int width(char character) {
        if (Character.isSurrogate(character)) {
            return 2;
        }
        return character < 0x80 ? 1 : character < 0x800 ? 2 : 3;
    }

    @Override
    public int read(char[] target, int from, int most) throws IOException {
        block = target;
        placeInBlock = from;
        charsBeforePlace = charsRead;
        bytesBeforePlace = bytesRead;
        CharBuffer out = CharBuffer.wrap(target, from, most);
        while (out.position() == from && !(ended && !bytes.hasRemaining())) {
            decode(out);
        }
        int count = out.position() - from;
        charsRead += count;
        return count == 0 ? -1 : count;
    }

    private void decode(CharBuffer out) throws IOException {
        int before = bytes.position();
        CoderResult result = decoder.decode(bytes, out, ended);
        bytesRead += bytes.position() - before;
        if (result.isError()) {
            result.throwException();
        }
        if (result.isUnderflow() && !ended) {
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(0, count)).flip();
        if (bytesRead == 0 && startsWithMark()) {
            bytes.position(MARK_BYTES);
            bytesRead = MARK_BYTES;
            bytesBeforePlace = MARK_BYTES;
        }
    }

    /** A byte order mark says that this is UTF-8; it is no part of the text. */
    private boolean startsWithMark() {
        return bytes.remaining() >= MARK_BYTES
                && bytes.get(0) == (byte) 0xEF
                && bytes.get(1) == (byte) 0xBB
                && bytes.get(2) == (byte) 0xBF;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
