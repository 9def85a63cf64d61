package dev.tessera.server.rehearsal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that answers every path but one with 200, and makes a file when it is asked to stop. */
public final class StandIn {
    private StandIn() {}

    /** Takes the path that is answered with 500, and the file. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("TESSERA_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean broken = exchange.getRequestURI().getPath().equals(arguments[0]);
            exchange.sendResponseHeaders(broken ? 500 : 200, -1);
            exchange.close();
        });
        server.start();
        Path stopped = Path.of(arguments[1]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> touch(stopped)));
    }

    private static void touch(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
