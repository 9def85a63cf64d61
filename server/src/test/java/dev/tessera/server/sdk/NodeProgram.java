package dev.tessera.server.sdk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program for Node.js that uses posthog-node, as the script has installed it beside the programs of these tests. */
final class NodeProgram {
    /** Tests run in the folder of their module. */
    private static final Path FOLDER = Path.of("src", "test", "node").toAbsolutePath();

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path errors;

    private NodeProgram(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /** Starts one of the programs of these tests. */
    static NodeProgram start(Path scratch, String name, Object... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("node", FOLDER.resolve(name).toString()));
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        return start(scratch, line, Map.of());
    }

    /** Starts {@code source}, which talks to {@code url} where it says http://localhost:8000. */
    static NodeProgram startExample(Path scratch, String source, String url) throws IOException {
        Path program = Files.writeString(scratch.resolve("example.mjs"), source);
        Files.createSymbolicLink(scratch.resolve("node_modules"), installed());
        return start(
                scratch,
                List.of("node", "--import", FOLDER.resolve("readme.mjs").toUri().toString(), program.toString()),
                Map.of("TESSERA_URL", url));
    }

    private static NodeProgram start(Path scratch, List<String> line, Map<String, String> environment)
            throws IOException {
        installed();
        Path errors = scratch.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        return new NodeProgram(builder.start(), errors);
    }

    private static Path installed() {
        Path packages = FOLDER.resolve("node_modules");
        if (!Files.exists(packages.resolve("posthog-node"))) {
            throw new IllegalStateException(
                    "posthog-node is not there: run ./tessera test or check, which install it, or npm ci in " + FOLDER);
        }
        return packages;
    }

    /** What it printed, when it has ended well. */
    String output() throws IOException, InterruptedException {
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("The program failed:\n" + Files.readString(errors));
            }
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
