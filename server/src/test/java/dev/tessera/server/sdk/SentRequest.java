package dev.tessera.server.sdk;

import dev.tessera.kernel.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** A request as an SDK sent it. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record SentRequest(String line, List<String> headers, byte[] body) {
    /** Those say how the body is sent, which may change on the way. */
    private static final List<String> FRAMING = List.of("connection", "content-length", "transfer-encoding");

    static SentRequest read(InputStream in) throws IOException {
        String line = readLine(in);
        List<String> headers = new ArrayList<>();
        for (String header = readLine(in); !header.isEmpty(); header = readLine(in)) {
            headers.add(header);
        }
        return new SentRequest(line, headers, body(headers, in));
    }

    /** Whether it is one of those that can go wrong. */
    boolean hasEvents() {
        return line.matches("POST /(batch|e|i/v0/e)[/? ].*");
    }

    /** The uuids of its events, when it is a batch in JSON or gzip. */
    public List<UUID> uuids() {
        List<UUID> uuids = new ArrayList<>();
        for (JsonNode event : Json.parse(unpacked()).path("batch")) {
            uuids.add(UUID.fromString(event.path("uuid").asString()));
        }
        return uuids;
    }

    void writeTo(OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(line).append("\r\n");
        headers.stream()
                .filter(it -> !FRAMING.contains(name(it)))
                .forEach(it -> head.append(it).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private String unpacked() {
        if (body.length < 2 || body[0] != 0x1f) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] body(List<String> headers, InputStream in) throws IOException {
        for (String header : headers) {
            String value = header.substring(header.indexOf(':') + 1).strip();
            if (name(header).equals("content-length")) {
                return readFully(in, Integer.parseInt(value));
            }
            if (name(header).equals("transfer-encoding")) {
                return chunks(in);
            }
        }
        return new byte[0];
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.writeBytes(readFully(in, size));
            readLine(in);
        }
        readLine(in);
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(readLine(in).strip(), 16);
    }

    private static String name(String header) {
        return header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
    }

    private static byte[] readFully(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The client went away");
        }
        return bytes;
    }

    private static String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The client went away");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
