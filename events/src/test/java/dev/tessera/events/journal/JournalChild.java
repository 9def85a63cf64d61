package dev.tessera.events.journal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that appends until it is killed, and prints each record's text once it is acknowledged. */
final class JournalChild {
    private JournalChild() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String run = arguments[1];
        try (FileJournal journal = FileJournal.open(JournalFiles.onDisk(), Path.of(arguments[0]), 1, 20_000)) {
            JournalSupport.inParallel(4, thread -> {
                String name = run + "/" + thread + "/";
                for (int i = 0; i < Integer.MAX_VALUE; i++) {
                    JournalSupport.append(journal, name + i + "/" + "x".repeat(i % 500));
                    out.println(name + i);
                }
            });
        }
    }
}
