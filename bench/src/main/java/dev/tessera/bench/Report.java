package dev.tessera.bench;

import dev.tessera.kernel.json.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;

/** The figures of a run: each printed as soon as it is there, all as a table and as JSON at the end. */
final class Report {
    private final PrintStream out;
    private final List<Figure> figures = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void progress(String text) {
        out.println("… " + text);
    }

    void add(Figure figure) {
        figures.add(figure);
        out.println("  " + figure.benchmark() + ": " + figure.name() + " " + figure.shown());
    }

    /** Markdown, to be copied into docs/benchmarks.md. */
    void printTable() {
        out.println();
        out.println("| Benchmark | What | Figure | Target | Yardstick |");
        out.println("|---|---|---|---|---|");
        for (Figure figure : figures) {
            out.println(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s |",
                    figure.benchmark(),
                    figure.name(),
                    figure.shown(),
                    figure.target(),
                    figure.yardstick()));
        }
    }

    void write(Path file) throws IOException {
        ArrayNode list = Json.array();
        for (Figure figure : figures) {
            list.add(Json.object()
                    .put("benchmark", figure.benchmark())
                    .put("name", figure.name())
                    .put("value", figure.value())
                    .put("unit", figure.unit())
                    .put("target", figure.target())
                    .put("yardstick", figure.yardstick()));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Json.writeBytes(list));
    }
}
