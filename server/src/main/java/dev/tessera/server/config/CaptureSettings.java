package dev.tessera.server.config;

import dev.tessera.app.capture.ClientAddresses;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What is taken of events.
 *
 * @param quota how many events a month of each project are stored; empty for all
 */
public record CaptureSettings(OptionalInt quota, ClientAddresses addresses) {
    public static CaptureSettings of(Settings settings) {
        String quota = settings.text(Setting.TESSERA_EVENT_QUOTA);
        String addresses =
                settings.oneOf(Setting.TESSERA_CLIENT_ADDRESSES, "as-sent", "connection", "forwarded", "removed");
        return new CaptureSettings(
                quota.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(settings.number(Setting.TESSERA_EVENT_QUOTA, 1, Integer.MAX_VALUE)),
                ClientAddresses.valueOf(addresses.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
