package dev.tessera.app.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which encodings a client understands, from its {@code Accept-Encoding}.
 *
 * @param tokens lower-case names; those that the client gave a weight of 0 are left out
 */
record AcceptEncoding(Set<String> tokens) {
    AcceptEncoding {
        tokens = Set.copyOf(tokens);
    }

    static AcceptEncoding of(Optional<String> header) {
        Set<String> tokens = new HashSet<>();
        for (String part : header.orElse("").toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] pieces = part.split(";", 2);
            if (pieces.length == 1 || !pieces[1].strip().matches("q=0(\\.0*)?")) {
                tokens.add(pieces[0].strip());
            }
        }
        return new AcceptEncoding(tokens);
    }

    /** The best of {@code available} for this client; empty when it has to be the plain file. */
    Optional<Encoding> choose(Collection<Encoding> available) {
        for (Encoding encoding : Encoding.values()) {
            if (available.contains(encoding) && tokens.contains(encoding.token())) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }
}
