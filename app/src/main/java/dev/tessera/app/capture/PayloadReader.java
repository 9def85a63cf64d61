package dev.tessera.app.capture;

import dev.tessera.app.http.Pieces;
import dev.tessera.app.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Reads what an SDK sends, in any of the packings of spec/ingestion.md 2.2, within limits (2.4). A body that is plain or gzip
 * is unpacked on the way, so that only the unpacked bytes are held.
 */
public final class PayloadReader {
    /** The most bytes of a body, packed or unpacked. */
    static final int MAX_BODY = 20 << 20;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int CHUNK = 16 << 10;
    private static final int MAGIC_BYTES = 3;

    /** The body, the whole of it, and what it is base64 of, with room for a decoder. */
    private static final int BASE64_COPIES = 4;

    /** The body, the form and its field as texts that may have two bytes for a character, and what they become. */
    private static final int FORM_COPIES = 12;

    /** A gzip in base64 in a form is what browsers make; nobody wraps more often than that. */
    private static final int MOST_WRAPPINGS = 2;

    private PayloadReader() {}

    /**
     * The payload as the sender had it before it was packed.
     *
     * @param memory holds what is in memory of it at any time; in the end as much as it is long
     * @throws CaptureException when it is missing, too large or not what it says to be
     */
    public static Pieces read(Request request, CaptureMemory memory) {
        try {
            Pieces payload = packed(request, memory);
            for (int i = 0; i < MOST_WRAPPINGS && Wrapping.looksLikeBase64(payload); i++) {
                memory.hold((long) BASE64_COPIES * payload.size());
                byte[] whole = payload.once().readAllBytes();
                Optional<byte[]> unwrapped = Wrapping.ofBase64(whole);
                payload = unzipped(unwrapped.orElse(whole), memory);
                if (unwrapped.isEmpty()) {
                    break;
                }
            }
            return payload;
        } catch (IOException e) {
            throw CaptureException.badRequest("failed to decode request: invalid GZIP data");
        }
    }

    /** Reads the body for nothing but the client's sake: it then sees the answer instead of a broken connection. */
    static void discard(Request request) {
        new RequestBody(request.bodyStream(), MAX_BODY).close();
    }

    private static Pieces packed(Request request, CaptureMemory memory) throws IOException {
        Optional<String> data = request.query("data").filter(it -> !it.isEmpty());
        if (data.isPresent()) {
            discard(request);
            return unzipped(Wrapping.ofQuery(data.get()), memory);
        }
        try (InputStream body = new RequestBody(request.bodyStream(), MAX_BODY)) {
            if (request.header("Content-Type").equals(Optional.of(FORM))) {
                Pieces form = bounded(nonEmpty(body), 0, memory);
                memory.hold((long) FORM_COPIES * form.size());
                return unzipped(Wrapping.ofForm(form.once().readAllBytes()), memory);
            }
            try (InputStream unpacked = unpacked(request, nonEmpty(body))) {
                return bounded(unpacked, 0, memory);
            }
        }
    }

    private static PushbackInputStream nonEmpty(InputStream body) throws IOException {
        PushbackInputStream raw = new PushbackInputStream(body, MAGIC_BYTES);
        byte[] start = raw.readNBytes(MAGIC_BYTES);
        if (start.length == 0) {
            throw CaptureException.badRequest("failed to decode request: empty payload");
        }
        raw.unread(start);
        return raw;
    }

    private static InputStream unpacked(Request request, PushbackInputStream raw) throws IOException {
        byte[] start = raw.readNBytes(MAGIC_BYTES);
        raw.unread(start);
        return gzipHinted(request) || looksGzipped(start) ? new GZIPInputStream(raw, CHUNK) : raw;
    }

    private static Pieces unzipped(byte[] payload, CaptureMemory memory) throws IOException {
        memory.hold(payload.length);
        if (!looksGzipped(payload)) {
            return Pieces.of(payload);
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(payload), CHUNK)) {
            Pieces unpacked = bounded(in, payload.length, memory);
            memory.hold(unpacked.size());
            return unpacked;
        }
    }

    /**
     * All that comes of {@code in}.
     *
     * @param beside what is held of the request beside it
     */
    private static Pieces bounded(InputStream in, int beside, CaptureMemory memory) throws IOException {
        try {
            return pieces(in, beside, memory);
        } catch (CaptureException e) {
            memory.close(); // Before the rest of the body is read for its sender's sake, which may take long.
            throw e;
        }
    }

    private static Pieces pieces(InputStream in, int beside, CaptureMemory memory) throws IOException {
        Pieces pieces = new Pieces();
        for (byte[] piece = in.readNBytes(CHUNK); piece.length > 0; piece = in.readNBytes(CHUNK)) {
            if (pieces.size() + piece.length > MAX_BODY) {
                throw CaptureException.tooLarge();
            }
            memory.hold((long) beside + pieces.size() + piece.length);
            pieces.add(piece);
        }
        return pieces;
    }

    private static boolean gzipHinted(Request request) {
        String hint = request.query("compression")
                .or(() -> request.header("Content-Encoding"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return hint.equals("gzip") || hint.equals("gzip-js");
    }

    private static boolean looksGzipped(byte[] start) {
        return start.length >= MAGIC_BYTES && start[0] == 0x1f && start[1] == (byte) 0x8b && start[2] == 8;
    }
}
