package dev.tessera.server;

import dev.tessera.app.http.ListenException;
import dev.tessera.events.EventStoreException;
import dev.tessera.events.journal.JournalException;
import dev.tessera.kernel.time.Clock;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import dev.tessera.server.config.ConfigException;
import dev.tessera.server.config.DemoSettings;
import dev.tessera.server.config.HttpSettings;
import dev.tessera.server.config.Setting;
import dev.tessera.server.config.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code tessera serve [--demo] [--print-config]}: runs the server until it is told to stop. */
final class ServeCommand {
    static final int STARTED = 0;
    static final int NOT_STARTED = 1;
    private static final String DEMO = "--demo";
    private static final String PRINT_CONFIG = "--print-config";
    private static final List<String> OPTIONS = List.of(DEMO, PRINT_CONFIG);
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
            Optional<String> unknown =
                    arguments.stream().filter(it -> !OPTIONS.contains(it)).findFirst();
            if (unknown.isPresent()) {
                err.println("tessera serve takes no argument but " + String.join(" and ", OPTIONS) + ", not "
                        + unknown.get() + ".");
                return NOT_STARTED;
            }
            Settings settings = Settings.read(environment, SETTINGS_FILE);
            boolean demo = arguments.contains(DEMO);
            if (arguments.contains(PRINT_CONFIG)) {
                (demo ? DemoSettings.of(settings) : settings).lines().forEach(out::println);
            } else if (demo) {
                serveDemo(settings);
            } else {
                serve(settings);
            }
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
        Logger log = logger(settings);
        Server server = Server.start(settings, Clock.system());
        log.info("Tessera listens on {}", address(settings, server));
        stopInTheEnd(server, log);
    }

    private static void serveDemo(Settings settings) throws InterruptedException {
        Logger log = logger(settings);
        Server server = Server.startDemo(settings, Clock.system());
        log.info(
                "The demo is ready: open {} (user {}, password {}, API key {})",
                address(DemoSettings.of(settings), server),
                DemoSettings.EMAIL,
                DemoSettings.PASSWORD,
                DemoSettings.PERSONAL_API_KEY);
        stopInTheEnd(server, log);
    }

    private static Logger logger(Settings settings) {
        Logs.toStandardOutput(
                settings.oneOf(Setting.TESSERA_LOG_FORMAT, "text", "json").equals("json"));
        return LoggerFactory.getLogger(ServeCommand.class);
    }

    private static String address(Settings settings, Server server) {
        String host = HttpSettings.of(settings).host();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port();
    }

    private static void stopInTheEnd(Server server, Logger log) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            log.info("Stopping");
            server.close();
            log.info("Stopped");
        }));
    }
}
