package dev.tessera.app.capture;

import dev.tessera.app.http.BodyBudget;
import dev.tessera.app.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
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

    /** A gzip in base64 in a form is what browsers make; nobody wraps more often than that. */
    private static final int MOST_WRAPPINGS = 2;

    private PayloadReader() {}

    /**
     * The payload as the sender had it before it was packed.
     *
     * @param share what is held of it in memory is taken from this
     * @throws CaptureException when it is missing, too large or not what it says to be
     */
    public static byte[] read(Request request, BodyBudget.Share share) {
        try {
            byte[] payload = packed(request, share);
            for (int i = 0; i < MOST_WRAPPINGS; i++) {
                Optional<byte[]> unwrapped = Wrapping.ofBase64(payload);
                if (unwrapped.isEmpty()) {
                    break;
                }
                take(share, unwrapped.get().length);
                payload = unzipped(unwrapped.get(), share);
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

    private static byte[] packed(Request request, BodyBudget.Share share) throws IOException {
        Optional<String> data = request.query("data").filter(it -> !it.isEmpty());
        if (data.isPresent()) {
            discard(request);
            return unzipped(Wrapping.ofQuery(data.get()), share);
        }
        try (InputStream body = new RequestBody(request.bodyStream(), MAX_BODY)) {
            if (request.header("Content-Type").equals(Optional.of(FORM))) {
                return unzipped(Wrapping.ofForm(bounded(nonEmpty(body), share)), share);
            }
            try (InputStream unpacked = unpacked(request, nonEmpty(body))) {
                return bounded(unpacked, share);
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

    private static byte[] unzipped(byte[] payload, BodyBudget.Share share) throws IOException {
        if (!looksGzipped(payload)) {
            return payload;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(payload), CHUNK)) {
            return bounded(in, share);
        }
    }

    private static byte[] bounded(InputStream in, BodyBudget.Share share) throws IOException {
        try {
            return chunks(in, share);
        } catch (CaptureException e) {
            share.close(); // Before the rest of the body is read for its sender's sake, which may take long.
            throw e;
        }
    }

    private static byte[] chunks(InputStream in, BodyBudget.Share share) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        int size = 0;
        for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
            size += chunk.length;
            if (size > MAX_BODY) {
                throw CaptureException.tooLarge();
            }
            take(share, chunk.length);
            chunks.add(chunk);
        }
        return chunks.size() == 1 ? chunks.getFirst() : joined(chunks, size);
    }

    private static void take(BodyBudget.Share share, long bytes) {
        if (!share.tryTake(bytes)) {
            throw new CaptureException(new CaptureFailure.Overloaded());
        }
    }

    private static byte[] joined(List<byte[]> chunks, int size) {
        byte[] whole = new byte[size];
        int at = 0;
        for (byte[] chunk : chunks) {
            System.arraycopy(chunk, 0, whole, at, chunk.length);
            at += chunk.length;
        }
        return whole;
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
