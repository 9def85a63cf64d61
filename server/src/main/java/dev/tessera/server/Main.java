package dev.tessera.server;

import dev.tessera.kernel.time.Clock;
import dev.tessera.server.imports.ImportCommand;
import java.io.Console;
import java.util.Arrays;
import java.util.List;

/** The program's entry: a command and its arguments. */
public final class Main {
    private static final int WRONG_COMMAND = 2;

    private Main() {}

    /** Runs the command; ends the process with its status unless a server was started. */
    public static void main(String[] arguments) throws InterruptedException {
        String command = arguments.length == 0 ? "" : arguments[0];
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        int status = switch (command) {
            case "serve" -> new ServeCommand(System.getenv(), System.out, System.err).run(rest);
            case "import" -> new ImportCommand(Clock.system(), System.out, isTerminal()).run(rest);
            default -> {
                System.err.println(
                        "Usage: tessera serve [--demo] [--print-config] | tessera import FILE --token TOKEN");
                yield WRONG_COMMAND;
            }
        };
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Whether somebody looks on. Since JDK 25 there is again no console when standard output leads elsewhere. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
