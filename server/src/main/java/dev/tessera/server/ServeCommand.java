package dev.tessera.server;

import dev.tessera.app.http.ListenException;
import dev.tessera.events.EventStoreException;
import dev.tessera.events.journal.JournalException;
import dev.tessera.kernel.time.Clock;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import dev.tessera.server.config.ConfigException;
import dev.tessera.server.config.HttpSettings;
import dev.tessera.server.config.Setting;
import dev.tessera.server.config.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code tessera serve [--print-config]}: runs the server until it is told to stop. */
final class ServeCommand {
    static final int STARTED = 0;
    static final int NOT_STARTED = 1;
    private static final Path SETTINGS_FILE = Path.of("tessera.properties");

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    ServeCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Starts the server and returns; the process goes on for as long as the server does. */
    int run(List<String> arguments) throws InterruptedException {
        try {
            Settings settings = Settings.read(environment, SETTINGS_FILE);
            if (arguments.equals(List.of("--print-config"))) {
                settings.lines().forEach(out::println);
                return STARTED;
            }
            if (!arguments.isEmpty()) {
                err.println("tessera serve takes no argument but --print-config, not " + arguments.getFirst() + ".");
                return NOT_STARTED;
            }
            serve(settings);
            return STARTED;
        } catch (ConfigException
                | EventStoreException
                | JournalException
                | DatabaseUnavailableException
                | StoreGapException
                | ListenException e) {
            err.println("Tessera did not start. " + e.getMessage());
        }
        return NOT_STARTED;
    }

    private static void serve(Settings settings) throws InterruptedException {
        Logs.toStandardOutput(
                settings.oneOf(Setting.TESSERA_LOG_FORMAT, "text", "json").equals("json"));
        Logger log = LoggerFactory.getLogger(ServeCommand.class);
        Server server = Server.start(settings, Clock.system());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            log.info("Stopping");
            server.close();
            log.info("Stopped");
        }));
        log.info("Tessera listens on http://{}:{}", HttpSettings.of(settings).host(), server.port());
    }
}
