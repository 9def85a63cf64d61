package dev.tessera.server.config;

import java.util.OptionalInt;

/**
 * What is taken of events.
 *
 * @param quota how many events a month of each project are stored; empty for all
 */
public record CaptureSettings(OptionalInt quota) {
    public static CaptureSettings of(Settings settings) {
        return new CaptureSettings(
                settings.text(Setting.TESSERA_EVENT_QUOTA).isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(settings.number(Setting.TESSERA_EVENT_QUOTA, 1, Integer.MAX_VALUE)));
    }
}
