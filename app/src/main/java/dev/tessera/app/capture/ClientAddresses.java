package dev.tessera.app.capture;

import dev.tessera.app.http.Request;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What becomes of the addresses that events come from, their property {@code $ip} (spec/ingestion.md 3.4, 5.3). */
public enum ClientAddresses {
    /** An event has the one that its sender gave it. */
    AS_SENT,
    /** The one at the other end of the connection, unless the sender gave one. */
    CONNECTION,
    /** The one that a proxy says the request came from first, unless the sender gave one. Others can say so, too. */
    FORWARDED,
    /** No event has one. */
    REMOVED;

    /** An address in brackets or without colons, and a port. */
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]*)](?::\\d+)?|([^:]*):\\d+");

    /** What the events of {@code request} are to have. */
    EventOrigin of(Request request) {
        return switch (this) {
            case AS_SENT -> EventOrigin.asSent();
            case CONNECTION -> new EventOrigin(false, Optional.of(request.peerAddress()));
            case FORWARDED ->
                new EventOrigin(false, Optional.of(forwarded(request).orElseGet(request::peerAddress)));
            case REMOVED -> new EventOrigin(true, Optional.empty());
        };
    }

    private static Optional<String> forwarded(Request request) {
        return request.header("X-Forwarded-For")
                .map(it -> withoutPort(it.split(",", 2)[0].strip()))
                .filter(ClientAddresses::isAddress);
    }

    private static String withoutPort(String address) {
        Matcher withPort = WITH_PORT.matcher(address);
        if (!withPort.matches()) {
            return address;
        }
        return withPort.group(1) != null ? withPort.group(1) : withPort.group(2);
    }

    private static boolean isAddress(String text) {
        try {
            return !InetAddress.ofLiteral(text).getHostAddress().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
