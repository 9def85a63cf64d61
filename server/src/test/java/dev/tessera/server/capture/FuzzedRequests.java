package dev.tessera.server.capture;

import dev.tessera.app.capture.LzPacker;
import dev.tessera.kernel.property.Choices;
import dev.tessera.server.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Makes requests up that are nearly what SDKs send: events of any shape, packed in any way, as their headers and parameters say
 * or not, then broken in a few places or not at all.
 */
final class FuzzedRequests {
    private static final String TOKEN = RunningServer.TOKEN;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MIB = 1 << 20;

    /** The longest query of a request: more would be refused before anybody looks at it. */
    private static final int LONGEST_QUERY = 8_000;

    private static final List<String> PATHS = List.of(
            "/e/",
            "/batch/",
            "/i/v0/e/",
            "/capture/",
            "/track/",
            "/engage/",
            "/flags/",
            "/decide/",
            "/s/",
            "/batch",
            "/e");

    private static final List<String> PARAMETERS = List.of(
            "compression=gzip",
            "compression=gzip-js",
            "compression=base64",
            "compression=lz64",
            "compression=",
            "compression=%00",
            "compression=GZIP",
            "beacon=1",
            "beacon=true",
            "_=1772359200000",
            "_=1772359200",
            "_=99999999999999999999",
            "_=9223372036854775807",
            "_=x",
            "sent_at=-9223372036854775808",
            "sent_at=",
            "data=",
            "data=e30=",
            "v=2",
            "v=99999999999",
            "config=true",
            "ver=1",
            "ip=0",
            "data");

    private static final List<String> TYPES = List.of(
            "application/json", "text/plain", FORM, FORM + "; charset=utf-8", "multipart/form-data", "nonsense");

    private static final List<String> ENCODINGS =
            List.of("gzip", "gzip-js", "lz-string", "base64", "identity", "br", "x");

    private static final List<String> NAMES = List.of(
            "$pageview",
            "e",
            "$identify",
            "$performance_event",
            "$$client_ingestion_warning",
            "$create_alias",
            "$groupidentify",
            "$exception",
            "",
            "ö💡",
            "n".repeat(250),
            "a\\u0000b",
            "\\ud800");

    private static final List<String> TIMES = List.of(
            "2023-01-01T11:59:55Z",
            "2023-01-01",
            "1672574405",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "0",
            "not a date",
            "2023-01-01T14:00:00+18",
            "9999-12-31T23:59:59.999999999Z",
            "Sun, 1 Jan 2023 11:00:00 GMT",
            "");

    private static final List<String> SCALARS = List.of(
            "1",
            "null",
            "true",
            "\"\"",
            "\"x\"",
            "-0.0",
            "1e308",
            "1e-308",
            "1e99999999999",
            "9".repeat(400),
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "\"💡\"",
            "0.1",
            "-9223372036854775809",
            "\"" + "y".repeat(300) + "\"");

    /** Pieces that have broken parsers before. */
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "\u0000",
            "\uFEFF",
            "\\ud800",
            "1e99999",
            "-",
            "[[[[[[[[[[",
            "{\"a\":",
            "data=",
            "&",
            "=",
            "%",
            "%00",
            "\r\n",
            "\u001f\u008b\u0008",
            "AAAA",
            "====",
            "\u00ff\u00fe",
            "NaN");

    /** Much for little: each unpacks to more than any request may have. */
    private static final List<byte[]> BOMBS = List.of(
            gzip(new byte[30 * MIB]),
            gzip(utf8("[".repeat(30 * MIB))),
            gzip(utf8("{\"batch\":[" + "{},".repeat(8 * MIB))),
            gzip(gzip(new byte[30 * MIB])),
            base64(gzip(new byte[30 * MIB])),
            utf8(LzPacker.packed('x', 20_000)));

    private final Choices choices;

    private FuzzedRequests(Choices choices) {
        this.choices = choices;
    }

    static FuzzedRequest make(Choices choices) {
        return new FuzzedRequests(choices).request();
    }

    private FuzzedRequest request() {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", choices.of(TYPES));
        List<String> query = new ArrayList<>(choices.list(3, it -> it.of(PARAMETERS)));
        byte[] body = choices.oneIn(400) ? choices.of(BOMBS) : broken(packed(payload(), headers, query));
        if (choices.oneIn(8)) {
            headers.put("Content-Encoding", choices.of(ENCODINGS));
        }
        String path = choices.of(PATHS);
        if (choices.oneIn(8)) {
            String data = URLEncoder.encode(new String(body, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            query.add("data="
                    + data.substring(0, Math.min(LONGEST_QUERY, data.length())).replaceFirst("%.?$", ""));
        }
        String method = choices.of("POST", "POST", "POST", "POST", "POST", "GET", "OPTIONS");
        String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        byte[] sent = method.equals("POST") ? body : new byte[0]; // Nobody else reads one.
        return new FuzzedRequest(method, target, headers, sent, choices.oneIn(4));
    }

    private byte[] payload() {
        Charset charset = choices.oneIn(30) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return broken(json().getBytes(charset));
    }

    /** The payload in up to three packings; most are announced as their senders do. */
    private byte[] packed(byte[] payload, Map<String, String> headers, List<String> query) {
        byte[] packed = payload;
        int packings = choices.of(0, 1, 1, 2, 3);
        for (int i = 0; i < packings; i++) {
            boolean announced = !choices.oneIn(5);
            switch (choices.below(5)) {
                case 0 -> packed = gzip(packed);
                case 1 -> {
                    packed = gzip(packed);
                    announce(announced, headers, "Content-Encoding", "gzip");
                }
                case 2 -> packed = base64(packed);
                case 3 -> {
                    packed = utf8(LzPacker.pack(new String(packed, StandardCharsets.UTF_8)));
                    if (announced) {
                        query.addFirst("compression=lz64");
                    }
                }
                default -> {
                    String data = new String(packed, StandardCharsets.UTF_8);
                    packed = utf8("data=" + URLEncoder.encode(data, StandardCharsets.UTF_8));
                    announce(announced, headers, "Content-Type", FORM);
                }
            }
        }
        return packed;
    }

    private static void announce(boolean announced, Map<String, String> headers, String name, String value) {
        if (announced) {
            headers.put(name, value);
        }
    }

    private byte[] broken(byte[] whole) {
        if (!choices.oneIn(3)) {
            return whole;
        }
        byte[] broken = whole;
        int places = choices.between(1, 3);
        for (int i = 0; i < places; i++) {
            int from = choices.below(broken.length + 1);
            int to = Math.min(broken.length, from + choices.of(0, 1, 4, 60));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(broken, 0, from);
            switch (choices.below(4)) {
                case 0 -> {} // Left out.
                case 1 -> out.write(choices.below(256));
                case 2 -> out.writeBytes(choices.of(PIECES).getBytes(StandardCharsets.ISO_8859_1));
                default -> out.write(broken, from, to - from); // Twice.
            }
            int rest = choices.oneIn(6) ? broken.length : to;
            out.write(broken, rest, broken.length - rest);
            broken = out.toByteArray();
        }
        return broken;
    }

    private String json() {
        String events = String.join(",", choices.list(5, _ -> event()));
        return switch (choices.below(5)) {
            case 0 ->
                "{\"api_key\":\"" + TOKEN + "\",\"batch\":[" + events + "],\"sent_at\":\"" + choices.of(TIMES) + "\"}";
            case 1 -> "[" + events + "]";
            case 2 -> event();
            case 3 -> "{\"token\":\"" + TOKEN + "\",\"distinct_id\":" + value(1) + ",\"$set\":" + value(3) + "}";
            default -> value(4);
        };
    }

    private String event() {
        StringBuilder event =
                new StringBuilder("{\"event\":\"").append(choices.of(NAMES)).append('"');
        event.append(",\"distinct_id\":").append(choices.oneIn(4) ? value(2) : "\"u" + choices.below(20) + "\"");
        event.append(",\"token\":\"")
                .append(choices.oneIn(20) ? "phx_other" : TOKEN)
                .append('"');
        if (choices.oneIn(2)) {
            event.append(",\"properties\":{\"$set\":")
                    .append(value(2))
                    .append(",\"$groups\":")
                    .append(value(2));
            event.append(",\"$process_person_profile\":")
                    .append(value(0))
                    .append(",\"a\":")
                    .append(value(3))
                    .append('}');
        }
        if (choices.oneIn(3)) {
            event.append(",\"timestamp\":\"").append(choices.of(TIMES)).append('"');
        }
        if (choices.oneIn(10)) {
            String field =
                    choices.of("offset", "uuid", "timestamp", "$set", "$set_once", "properties", "api_key", "batch");
            event.append(",\"").append(field).append("\":").append(value(2));
        }
        return event.append('}').toString();
    }

    private String value(int depth) {
        if (depth == 0 || choices.oneIn(2)) {
            return choices.of(SCALARS);
        }
        List<String> items = choices.list(4, _ -> value(depth - 1));
        if (choices.oneIn(2)) {
            return "[" + String.join(",", items) + "]";
        }
        List<String> fields = new ArrayList<>();
        items.forEach(it -> fields.add("\"" + choices.of(NAMES) + "\":" + it));
        return "{" + String.join(",", fields) + "}";
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] base64(byte[] plain) {
        return Base64.getEncoder().encode(plain);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
