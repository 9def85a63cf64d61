package dev.tessera.app.capture;

import dev.tessera.app.http.BodyBudget;
import dev.tessera.app.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Reads the body of a capture request and unpacks it on the way, within limits (spec/ingestion.md 2.2 and 2.4). Only the
 * unpacked bytes are held.
 */
final class PayloadReader {
    /** The most bytes of a body, packed or unpacked. */
    static final int MAX_BODY = 20 << 20;

    private static final int CHUNK = 16 << 10;
    private static final int MAGIC_BYTES = 3;

    private PayloadReader() {}

    /** The body as the sender had it before compression. */
    static byte[] read(Request request, BodyBudget.Share share) {
        try (InputStream body = new RequestBody(request.bodyStream(), MAX_BODY);
                InputStream unpacked = unpacked(request, body)) {
            return bounded(unpacked, share);
        } catch (CaptureException e) {
            share.close();
            throw e;
        } catch (IOException e) {
            throw CaptureException.badRequest("failed to decode request: invalid GZIP data");
        }
    }

    /** Reads the body for nothing but the client's sake: it then sees the answer instead of a broken connection. */
    static void discard(Request request) {
        new RequestBody(request.bodyStream(), MAX_BODY).close();
    }

    private static InputStream unpacked(Request request, InputStream body) throws IOException {
        PushbackInputStream raw = new PushbackInputStream(body, MAGIC_BYTES);
        byte[] start = raw.readNBytes(MAGIC_BYTES);
        if (start.length == 0) {
            throw CaptureException.badRequest("failed to decode request: empty payload");
        }
        raw.unread(start);
        return gzipHinted(request) || looksGzipped(start) ? new GZIPInputStream(raw, CHUNK) : raw;
    }

    private static byte[] bounded(InputStream in, BodyBudget.Share share) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        int size = 0;
        for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
            size += chunk.length;
            if (size > MAX_BODY) {
                throw CaptureException.tooLarge();
            }
            if (!share.tryTake(chunk.length)) {
                throw new CaptureException(new CaptureFailure.Overloaded());
            }
            chunks.add(chunk);
        }
        return chunks.size() == 1 ? chunks.getFirst() : joined(chunks, size);
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
        return start.length == MAGIC_BYTES && start[0] == 0x1f && start[1] == (byte) 0x8b && start[2] == 8;
    }
}
