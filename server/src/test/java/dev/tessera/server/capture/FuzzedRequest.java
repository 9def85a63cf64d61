package dev.tessera.server.capture;

import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** A request that somebody or something made up. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record FuzzedRequest(String method, String target, Map<String, String> headers, byte[] body, boolean inChunks) {
    /** A body beyond that is told from its seed. */
    private static final int MOST_SHOWN = 20_000;

    FuzzedRequest {
        headers = new TreeMap<>(headers);
    }

    /** As a command that sends it again. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (body.length <= MOST_SHOWN) {
            text.append("echo ")
                    .append(Base64.getEncoder().encodeToString(body))
                    .append(" | base64 -d | ");
        } else {
            text.append("(").append(body.length).append(" bytes) | ");
        }
        text.append("curl -X ").append(method);
        headers.forEach((name, value) ->
                text.append(" -H '").append(name).append(": ").append(value).append("'"));
        return text.append(" --data-binary @- 'http://localhost:8000")
                .append(target)
                .append("'")
                .toString();
    }

    HttpRequest.BodyPublisher publisher() {
        HttpRequest.BodyPublisher whole = HttpRequest.BodyPublishers.ofByteArray(body);
        return inChunks ? HttpRequest.BodyPublishers.fromPublisher(whole) : whole;
    }
}
