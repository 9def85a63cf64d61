package dev.tessera.server.imports;

import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to import, and where to.
 *
 * @param host address of the server, without a slash at its end
 */
record ImportOptions(Path file, String token, URI host) {
    static final String USAGE = """
            Usage: ./tessera import FILE --token phc_… [--host URL]

            Sends each line of FILE (JSON objects as the capture API takes them, one per line, perhaps packed with
            gzip) to the project with this token. URL is http://localhost:8000 when it is not given.

            It may be repeated, also after an interruption: events that are already stored are not stored again. Lines
            without a uuid get one made of their content and their line number, so do not delete or insert lines
            between two runs. Lines that the server refuses go to FILE.rejected.jsonl.

            Exit status: 0 everything is stored, 1 some lines were refused, 2 the import did not get to the end.
            """;

    /**
     * Reads the arguments of the command.
     *
     * @throws ImportException when one is missing or makes no sense
     */
    static ImportOptions parse(List<String> arguments) {
        String file = null;
        String token = null;
        String host = "http://localhost:8000";
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--token" -> token = valueOf(argument, rest);
                case "--host" -> host = valueOf(argument, rest);
                default -> file = onlyFile(file, argument);
            }
        }
        if (file == null || token == null) {
            throw new ImportException(
                    (file == null ? "Which file?" : "Which project? Add --token phc_…") + "\n\n" + USAGE);
        }
        return new ImportOptions(Path.of(file), token.strip(), address(host));
    }

    private static String valueOf(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new ImportException(option + " needs a value.");
        }
        return rest.next();
    }

    private static String onlyFile(@Nullable String before, String argument) {
        if (argument.startsWith("-")) {
            throw new ImportException("There is no option " + argument + ".\n\n" + USAGE);
        }
        if (before != null) {
            throw new ImportException("One file at a time, not both " + before + " and " + argument + ".");
        }
        return argument;
    }

    private static URI address(String host) {
        if (!host.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
            throw new ImportException("--host must look like http://localhost:8000, not \"" + host + "\".");
        }
        return URI.create(host.replaceFirst("/+$", ""));
    }
}
