package dev.tessera.app.web;

import java.util.Optional;

/** A compressed form that a file may also be there in. */
enum Encoding {
    /** The smaller of the two, so it is preferred. */
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz");

    private final String token;
    private final String suffix;

    Encoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** Its name in HTTP headers. */
    String token() {
        return token;
    }

    /** What the file in this form has behind its name. */
    String suffix() {
        return suffix;
    }

    static Optional<Encoding> ofSuffix(String suffix) {
        for (Encoding encoding : values()) {
            if (encoding.suffix.equals(suffix)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }
}
