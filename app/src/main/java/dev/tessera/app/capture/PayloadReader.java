package dev.tessera.app.capture;

import dev.tessera.app.http.Request;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Reads the body of a capture request and unpacks it, within limits (spec/ingestion.md 2.2 and 2.4). */
final class PayloadReader {
    /** The most bytes of a body, packed or unpacked. */
    static final int MAX_BODY = 20 << 20;

    private static final int CHUNK = 64 << 10;
    private static final String TOO_LARGE = "payload is larger than 20 MiB, send smaller batches";

    private PayloadReader() {}

    /** The body as the sender had it before compression. */
    static byte[] read(Request request, BodyBudget.Share share) {
        byte[] raw = readRaw(request, share);
        if (raw.length == 0) {
            throw CaptureException.badRequest("failed to decode request: empty payload");
        }
        return gzipHinted(request) || looksGzipped(raw) ? gunzip(raw, share) : raw;
    }

    private static byte[] readRaw(Request request, BodyBudget.Share share) {
        InputStream in = request.bodyStream();
        try {
            return bounded(in, share);
        } catch (CaptureException e) {
            drain(in);
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gunzip(byte[] raw, BodyBudget.Share share) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(raw), CHUNK)) {
            return bounded(in, share);
        } catch (IOException e) {
            throw CaptureException.badRequest("failed to decode request: invalid GZIP data");
        }
    }

    private static byte[] bounded(InputStream in, BodyBudget.Share share) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        for (int read = in.readNBytes(chunk, 0, CHUNK); read > 0; read = in.readNBytes(chunk, 0, CHUNK)) {
            if (body.size() + read > MAX_BODY) {
                throw new CaptureException(new CaptureFailure.TooLarge(TOO_LARGE));
            }
            share.take(read);
            body.write(chunk, 0, read);
        }
        return body.toByteArray();
    }

    /** Reads up to one more limit of body, so that the client sees the answer and can use the connection again. */
    private static void drain(InputStream in) {
        try {
            in.skipNBytes(MAX_BODY);
        } catch (IOException e) {
            // The body ended, or the client went away: either way there is nothing left to read.
        }
    }

    private static boolean gzipHinted(Request request) {
        String hint = request.query("compression")
                .or(() -> request.header("Content-Encoding"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return hint.equals("gzip") || hint.equals("gzip-js");
    }

    private static boolean looksGzipped(byte[] raw) {
        return raw.length > 2 && raw[0] == 0x1f && raw[1] == (byte) 0x8b && raw[2] == 8;
    }
}
