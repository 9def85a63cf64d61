package dev.tessera.app.capture;

import dev.tessera.app.http.Pieces;
import dev.tessera.app.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
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

    /** The body, the whole of it, and what it is base64 of, with room for a decoder. */
    private static final int BASE64_COPIES = 4;

    /** The body, the form and its field as texts that may have two bytes for a character, and what they become. */
    private static final int FORM_COPIES = 12;

    /** The body, and the phrases of it that come again, of which there may be nearly as many as it has characters. */
    private static final int LZ_COPIES = 20;

    /** A gzip in base64 in a form is what browsers make; nobody wraps more often than that. */
    private static final int MOST_WRAPPINGS = 2;

    private final Request request;
    private final CaptureMemory memory;
    private Packing packing;
    private boolean wasGzip;

    private PayloadReader(Request request, CaptureMemory memory) {
        this.request = request;
        this.memory = memory;
        this.packing = packing(Optional.empty());
    }

    private Packing packing(Optional<String> ofForm) {
        return Packing.of(request.query("compression"), ofForm, request.header("Content-Encoding"));
    }

    /**
     * The payload as the sender had it before it was packed.
     *
     * @param memory holds what is in memory of it at any time; in the end as much as it is long
     * @throws CaptureException when it is missing, too large or not what it says to be
     */
    public static Pieces read(Request request, CaptureMemory memory) {
        try {
            PayloadReader reader = new PayloadReader(request, memory);
            Pieces payload = reader.read();
            if (reader.packing == Packing.GZIP && !reader.wasGzip) {
                throw notGzip();
            }
            return payload;
        } catch (IOException e) {
            throw notGzip();
        }
    }

    /** Reads the body for nothing but the client's sake: it then sees the answer instead of a broken connection. */
    static void discard(Request request) {
        new RequestBody(request.bodyStream(), MAX_BODY).close();
    }

    private Pieces read() throws IOException {
        Pieces payload = packed();
        if (packing == Packing.LZ_STRING) {
            return unpackedText(payload);
        }
        for (int i = 0; i < MOST_WRAPPINGS && Wrapping.looksLikeBase64(payload); i++) {
            memory.hold((long) BASE64_COPIES * payload.size());
            byte[] whole = payload.once().readAllBytes();
            Optional<byte[]> unwrapped = Wrapping.ofBase64(whole);
            payload = unzipped(unwrapped.orElse(whole));
            if (unwrapped.isEmpty()) {
                break;
            }
        }
        return payload;
    }

    private Pieces packed() throws IOException {
        Optional<String> data = request.query("data").filter(it -> !it.isEmpty());
        if (data.isPresent()) {
            discard(request);
            return unzipped(Wrapping.ofQuery(data.get()));
        }
        try (InputStream body = new RequestBody(request.bodyStream(), MAX_BODY)) {
            if (request.header("Content-Type").equals(Optional.of(FORM))) {
                return ofForm(nonEmpty(body));
            }
            try (InputStream unpacked = unpacked(nonEmpty(body))) {
                return bounded(unpacked, 0);
            }
        }
    }

    private Pieces ofForm(InputStream body) throws IOException {
        Pieces raw = bounded(body, 0);
        memory.hold((long) FORM_COPIES * raw.size());
        Wrapping.Form form = Wrapping.Form.of(raw.once().readAllBytes());
        packing = packing(form.compression());
        return unzipped(form.data());
    }

    private static PushbackInputStream nonEmpty(InputStream body) throws IOException {
        PushbackInputStream raw = new PushbackInputStream(body, Packing.MAGIC_BYTES);
        if (start(raw).length == 0) {
            throw CaptureException.badRequest("failed to decode request: empty payload");
        }
        return raw;
    }

    /** The first bytes of {@code raw}, which still come when it is read. */
    private static byte[] start(PushbackInputStream raw) throws IOException {
        byte[] start = raw.readNBytes(Packing.MAGIC_BYTES);
        raw.unread(start);
        return start;
    }

    private InputStream unpacked(PushbackInputStream raw) throws IOException {
        return Packing.looksGzipped(start(raw)) ? unzipping(raw) : raw;
    }

    private InputStream unzipping(InputStream packed) throws IOException {
        wasGzip = true;
        return new GZIPInputStream(packed, CHUNK);
    }

    private Pieces unzipped(byte[] payload) throws IOException {
        memory.hold(payload.length);
        if (!Packing.looksGzipped(payload)) {
            return Pieces.of(payload);
        }
        try (InputStream in = unzipping(new ByteArrayInputStream(payload))) {
            Pieces unpacked = bounded(in, payload.length);
            memory.hold(unpacked.size());
            return unpacked;
        }
    }

    private Pieces unpackedText(Pieces packed) throws IOException {
        int held = LZ_COPIES * packed.size();
        memory.hold(held);
        Pieces unpacked = new Pieces();
        LzString.unpack(packed.once().readAllBytes(), piece -> add(piece, unpacked, held));
        memory.hold(unpacked.size());
        return unpacked;
    }

    /**
     * All that comes of {@code in}.
     *
     * @param beside what is held of the request beside it
     */
    private Pieces bounded(InputStream in, int beside) throws IOException {
        try {
            Pieces pieces = new Pieces();
            for (byte[] piece = in.readNBytes(CHUNK); piece.length > 0; piece = in.readNBytes(CHUNK)) {
                add(piece, pieces, beside);
            }
            return pieces;
        } catch (CaptureException e) {
            memory.close(); // Before the rest of the body is read for its sender's sake, which may take long.
            throw e;
        }
    }

    private void add(byte[] piece, Pieces pieces, int beside) {
        if (pieces.size() + piece.length > MAX_BODY) {
            throw CaptureException.tooLarge();
        }
        memory.hold((long) beside + pieces.size() + piece.length);
        pieces.add(piece);
    }

    private static CaptureException notGzip() {
        return CaptureException.badRequest("failed to decode request: invalid GZIP data");
    }
}
