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
import java.util.regex.Pattern;

/**
 * Stands between an SDK and a server and makes requests with events go wrong, one after the other as a script says; what
 * comes after the script, and all that are no events, go through. Connections of SDKs stay open, as they do in front of most
 * servers: an SDK may behave differently when one breaks that it has used before.
 */
public final class FaultyProxy implements AutoCloseable {
    /** The head of an answer that says where it ends, if not with the connection. */
    private static final Pattern FRAMED =
            Pattern.compile("\r\n(Content-Length|Transfer-Encoding):", Pattern.CASE_INSENSITIVE);

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
            while (serve(client, SentRequest.read(in))) {
                client.getOutputStream().flush();
            }
        } catch (IOException e) {
            // The client went away, which is its right.
        } finally {
            open.remove(client);
        }
    }

    /** Whether the connection is still there afterwards. */
    private boolean serve(Socket client, SentRequest request) throws IOException {
        if (request.hasEvents()) {
            seen.add(request);
        }
        return switch (request.hasEvents() ? script.poll() : null) {
            case null -> answer(client, forward(request));
            case Fault.Refusal it -> answer(client, refusal(it.status()));
            case Fault.Reset _ -> reset(client);
            case Fault.LostAnswer _ -> {
                byte[] _ = forward(request);
                yield reset(client);
            }
            case Fault.Delay it -> {
                pause(it.time());
                yield answer(client, forward(request));
            }
        };
    }

    private static boolean answer(Socket client, byte[] answer) throws IOException {
        client.getOutputStream().write(answer);
        return true;
    }

    private static boolean reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        return false;
    }

    /** What the server answers. It closes its connection, which the client need not know. */
    private byte[] forward(SentRequest request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            request.writeTo(socket.getOutputStream());
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            int body = answer.indexOf("\r\n\r\n") + 4;
            boolean framed = FRAMED.matcher(answer.substring(0, body)).find();
            String open = framed ? "\r\n" : "\r\nContent-Length: " + (answer.length() - body) + "\r\n";
            return answer.replaceFirst("\r\nConnection: close\r\n", open).getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** A page may read it, as it may the server's own. */
    private static byte[] refusal(int status) {
        return ("HTTP/1.1 " + status + " Refused\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: text/plain\r\n"
                        + "Content-Length: 2\r\n\r\nno")
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
