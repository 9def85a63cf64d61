package dev.tessera.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.server.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentationTest {
    /** Tests run in the folder of their module. */
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]*)\\)");
    private static final Pattern TEST_CLASS = Pattern.compile("`check (\\w+Test)`|check (\\w+Test)\\b");

    @Test
    void theConfigurationTableIsTheListOfSettings() throws IOException {
        List<String> rows = Files.readAllLines(ROOT.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| `TESSERA_"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Setting.values())
                        .map(DocumentationTest::row)
                        .toList());
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                if (!link.group(1).matches("https?:.*") && !leadsSomewhere(document, link.group(1))) {
                    broken.add(ROOT.relativize(document) + ": " + link.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Matcher named = TEST_CLASS.matcher(Files.readString(ROOT.resolve("CONTRIBUTING.md")));
        List<String> classes = new ArrayList<>();
        while (named.find()) {
            classes.add(named.group(1) != null ? named.group(1) : named.group(2));
        }
        assertThat(classes).isNotEmpty();
        try (Stream<Path> files = Files.walk(ROOT)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsAll(classes.stream().map(name -> name + ".java").toList());
        }
    }

    @Test
    void everyCommandOfTheScriptThatIsNamedExists() throws IOException {
        String help = Files.readString(ROOT.resolve("tessera"));
        int named = 0;
        for (Path document : documents()) {
            Matcher command = Pattern.compile("\\./tessera (\\w+)").matcher(Files.readString(document));
            while (command.find()) {
                assertThat(help).contains("\n  " + command.group(1) + " ", "\n    " + command.group(1));
                named++;
            }
        }
        assertThat(named).isPositive();
    }

    @Test
    void decisionsAreNumberedWithoutGaps() throws IOException {
        List<Path> decisions;
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/decisions"))) {
            decisions = files.sorted().toList();
        }
        for (int i = 0; i < decisions.size(); i++) {
            assertThat(decisions.get(i).getFileName().toString())
                    .startsWith(String.format(Locale.ROOT, "%04d-", i + 1));
            assertThat(Files.readString(decisions.get(i)))
                    .startsWith("# " + (i + 1) + ". ")
                    .contains("\n## Context\n", "\n## Decision\n", "\n## Revisit when\n");
        }
    }

    private static String row(Setting setting) {
        String value = setting.defaultValue().isEmpty() ? "" : "`" + setting.defaultValue() + "`";
        return "| `" + setting.name() + "` | " + value + " | " + setting.description() + " |";
    }

    private static boolean leadsSomewhere(Path document, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
        return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    /** The names by which headings can be linked to, as the usual renderers make them. */
    private static List<String> anchors(Path document) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            docs.filter(file -> file.toString().endsWith(".md")),
                            Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
                                    .map(ROOT::resolve))
                    .toList();
        }
    }
}
