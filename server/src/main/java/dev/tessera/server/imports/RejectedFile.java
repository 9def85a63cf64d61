package dev.tessera.server.imports;

import dev.tessera.kernel.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file beside the log that gets the lines that are not stored: {@code {"line", "reason", "content"}}, in the
 * order of the log. Each import starts it anew; without such lines there is none.
 */
final class RejectedFile implements AutoCloseable {
    private final Path path;
    private @Nullable BufferedWriter writer;
    private long count;

    RejectedFile(Path log) throws IOException {
        this.path = log.resolveSibling(log.getFileName() + ".rejected.jsonl");
        Files.deleteIfExists(path);
    }

    void add(List<Rejection> rejections) throws IOException {
        for (Rejection rejection : rejections) {
            if (writer == null) {
                writer = Files.newBufferedWriter(path);
            }
            writer.write(Json.write(Json.object()
                    .put("line", rejection.lineNumber())
                    .put("reason", rejection.reason())
                    .put("content", rejection.content())));
            writer.write('\n');
            count++;
        }
        if (writer != null) {
            writer.flush();
        }
    }

    long count() {
        return count;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
