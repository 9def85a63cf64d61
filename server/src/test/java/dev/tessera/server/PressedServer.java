package dev.tessera.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A server that has the heap that it is shipped with, and a client that asks for very much: a heap that is full would end it. */
public final class PressedServer implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final ServerProcess server;

    private PressedServer(ServerProcess server) {
        this.server = server;
    }

    /** A server on {@code data} that is ready. */
    public static PressedServer on(Path data) throws IOException, InterruptedException {
        ServerProcess server = new ServerProcess(data);
        server.start();
        return new PressedServer(server);
    }

    /** A request for a path, or an address, of the server. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.url().resolve(path));
    }

    /** What is answered to {@code request}. */
    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** What is answered to so many of each of {@code kinds}, sent at once. */
    public List<Integer> statuses(int rounds, List<HttpRequest> kinds) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            kinds.forEach(it -> answers.add(client.sendAsync(it, HttpResponse.BodyHandlers.ofString())));
        }
        return answers.stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
