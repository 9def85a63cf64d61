package dev.tessera.app.capture;

import java.util.Locale;
import java.util.Optional;

/** How a payload is made smaller, as its sender says (spec/ingestion.md 2.2); what is not known counts as not said. */
enum Packing {
    GZIP,
    LZ_STRING,
    NOT_SAID;

    /** So many bytes tell gzip from everything else. */
    static final int MAGIC_BYTES = 3;

    /** The first of {@code names} that is known, in the order in which they count. */
    @SafeVarargs
    static Packing of(Optional<String>... names) {
        for (Optional<String> name : names) {
            Packing packing = name.map(Packing::named).orElse(NOT_SAID);
            if (packing != NOT_SAID) {
                return packing;
            }
        }
        return NOT_SAID;
    }

    private static Packing named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "gzip", "gzip-js" -> GZIP;
            case "lz64", "lz-string" -> LZ_STRING;
            default -> NOT_SAID; // Base64, too: that is looked for in any case.
        };
    }

    /** Whether a payload that starts so is gzip, whatever was said. */
    static boolean looksGzipped(byte[] start) {
        return start.length >= MAGIC_BYTES && start[0] == 0x1f && start[1] == (byte) 0x8b && start[2] == 8;
    }
}
