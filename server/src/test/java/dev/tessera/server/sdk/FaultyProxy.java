package dev.tessera.server.sdk;

import dev.tessera.server.RunningServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Stands between an SDK and a server and makes requests with events go wrong, one after the other as a script says; what
 * comes after the script, and all that are no events, go through. Each connection is for one request.
 */
public final class FaultyProxy implements AutoCloseable {
    private final URI server;
    private final Queue<Fault> script;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<SentRequest> seen = new CopyOnWriteArrayList<>();

    private FaultyProxy(URI server, List<Fault> script, ServerSocket listener) {
        this.server = server;
        this.script = new ConcurrentLinkedQueue<>(script);
        this.listener = listener;
    }

    /** In front of {@code server}, with what is to happen to the first requests with events. */
    public static FaultyProxy before(RunningServer server, Fault... script) {
        try {
            ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            FaultyProxy proxy = new FaultyProxy(URI.create(server.url()), List.of(script), listener);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where SDKs find it, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** The requests with events that came so far, those that went wrong too. */
    public List<SentRequest> seen() {
        return List.copyOf(seen);
    }

    /** Whether everything that was to go wrong has. */
    public boolean isScriptOver() {
        return script.isEmpty();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // The listener was closed, or the client was faster to leave.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                InputStream in = new BufferedInputStream(client.getInputStream())) {
            SentRequest request = SentRequest.read(in);
            if (request.hasEvents()) {
                seen.add(request);
                goWrong(client, request, script.poll());
            } else {
                forward(client, request);
            }
        } catch (IOException e) {
            // The client went away, which is its right.
        } finally {
            open.remove(client);
        }
    }

    private void goWrong(Socket client, SentRequest request, @Nullable Fault fault)
            throws IOException {
        switch (fault) {
            case null -> forward(client, request);
            case Fault.Refusal it -> client.getOutputStream().write(refusal(it.status()));
            case Fault.Reset _ -> client.setSoLinger(true, 0);
            case Fault.LostAnswer _ -> {
                byte[] _ = answer(request);
                client.setSoLinger(true, 0);
            }
            case Fault.Delay it -> {
                pause(it.time());
                forward(client, request);
            }
        }
    }

    private void forward(Socket client, SentRequest request) throws IOException {
        client.getOutputStream().write(answer(request));
    }

    private byte[] answer(SentRequest request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            request.writeTo(socket.getOutputStream());
            return socket.getInputStream().readAllBytes();
        }
    }

    /** A page may read it, as it may the server's own. */
    private static byte[] refusal(int status) {
        return ("HTTP/1.1 " + status + " Refused\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: text/plain\r\n"
                        + "Content-Length: 2\r\nConnection: close\r\n\r\nno")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
