package dev.tessera.server.imports;

import dev.tessera.kernel.time.Clock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** {@code tessera import FILE --token phc_… [--host URL]}: sends an event log to a running server. */
public final class ImportCommand {
    /** Exit status: every line is stored. */
    public static final int STORED = 0;

    /** Exit status: every line is stored, or is in the file of rejected lines. */
    public static final int SOME_REJECTED = 1;

    /** Exit status: the import did not get to the end of the file. */
    public static final int UNFINISHED = 2;

    private final Clock clock;
    private final Pause pause;
    private final PrintStream out;
    private final boolean terminal;

    /**
     * The command.
     *
     * @param out for progress and results
     * @param terminal whether {@code out} is a terminal, on which a line can be drawn over
     */
    public ImportCommand(Clock clock, PrintStream out, boolean terminal) {
        this(clock, Thread::sleep, out, terminal);
    }

    ImportCommand(Clock clock, Pause pause, PrintStream out, boolean terminal) {
        this.clock = clock;
        this.pause = pause;
        this.out = out;
        this.terminal = terminal;
    }

    /** Runs it with the arguments behind {@code import} and returns the exit status. */
    public int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            out.print(ImportOptions.USAGE);
            return STORED;
        }
        try {
            return run(ImportOptions.parse(arguments));
        } catch (ImportException e) {
            out.println(e.sentence());
        } catch (NoSuchFileException e) {
            out.println("There is no file " + e.getFile() + ".");
        } catch (IOException e) {
            out.println("The import stopped: " + e.getMessage() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return UNFINISHED;
    }

    private int run(ImportOptions options) throws IOException, InterruptedException {
        Path file = options.file();
        try (EventLog log = new EventLog(Files.newInputStream(file), Importer.LANES);
                RejectedFile rejected = new RejectedFile(file);
                CaptureClient client = new CaptureClient(options)) {
            Progress progress = new Progress(clock, out, terminal, Files.size(file));
            Thread farewell = new Thread(() -> progress.say(progress.interrupted()), "import-interrupted");
            Runtime.getRuntime().addShutdownHook(farewell);
            try {
                new Importer(new Delivery(client, pause, progress), rejected, progress).run(log);
            } finally {
                forget(farewell);
            }
            progress.say("Stored " + progress.total() + ".");
            if (rejected.count() == 0) {
                return STORED;
            }
            progress.say(rejected.count() + (rejected.count() == 1 ? " line was" : " lines were") + " refused: see "
                    + rejected.path() + " for the numbers and the reasons.");
            return SOME_REJECTED;
        }
    }

    /** Does nothing when the JVM is ending already, which is when the sentence is needed. */
    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The hook is running.
        }
    }
}
