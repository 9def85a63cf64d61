package dev.tessera.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportOptionsTest {
    @Test
    void theHostIsTheLocalServerUnlessGiven() {
        assertThat(parse("log.jsonl", "--token", "phc_a"))
                .isEqualTo(new ImportOptions(Path.of("log.jsonl"), "phc_a", URI.create("http://localhost:8000")));
    }

    @Test
    void everyOptionCanStandAnywhere() {
        assertThat(parse("--host", "https://stats.example.com/tessera/", "--token", "phc_a", "log.jsonl.gz"))
                .isEqualTo(new ImportOptions(
                        Path.of("log.jsonl.gz"), "phc_a", URI.create("https://stats.example.com/tessera")));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> parse("--token", "phc_a")).hasMessageStartingWith("Which file?");
        assertThatThrownBy(() -> parse("log.jsonl")).hasMessageStartingWith("Which project? Add --token");
        assertThatThrownBy(() -> parse("log.jsonl", "--token")).hasMessage("--token needs a value.");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> parse("log.jsonl", "--tokn", "x"))
                .hasMessageStartingWith("There is no option --tokn.");
        assertThatThrownBy(() -> parse("a", "b", "--token", "x")).hasMessageStartingWith("One file at a time");
        assertThatThrownBy(() -> parse("a", "--token", "x", "--host", "localhost:8000"))
                .hasMessage("--host must look like http://localhost:8000, not \"localhost:8000\".");
    }

    private static ImportOptions parse(String... arguments) {
        return ImportOptions.parse(List.of(arguments));
    }
}
