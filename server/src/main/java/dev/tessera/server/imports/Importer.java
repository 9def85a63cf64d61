package dev.tessera.server.imports;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Moves a log through a few lanes to the server.
 *
 * <p>A lane sends one batch after the other, so the events of one sender arrive in the order of the file. At most two
 * windows of the log are under way at a time, and they are acknowledged in the order of the file.
 */
final class Importer {
    /** Requests in flight. */
    static final int LANES = 4;

    private static final int WINDOWS_UNDER_WAY = 2;

    private final Delivery delivery;
    private final RejectedFile rejected;
    private final Progress progress;

    Importer(Delivery delivery, RejectedFile rejected, Progress progress) {
        this.delivery = delivery;
        this.rejected = rejected;
        this.progress = progress;
    }

    /**
     * Sends the whole log. When it returns, every line is stored or is in the file of rejected lines.
     *
     * @throws ImportException when the server will never take it
     */
    void run(EventLog log) throws IOException, InterruptedException {
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<CompletableFuture<List<Rejection>>> lanes = new ArrayList<>();
            for (int i = 0; i < LANES; i++) {
                lanes.add(CompletableFuture.completedFuture(List.of()));
            }
            Queue<UnderWay> underWay = new ArrayDeque<>();
            for (Optional<Window> next = log.next(); next.isPresent(); next = log.next()) {
                if (underWay.size() == WINDOWS_UNDER_WAY) {
                    finish(underWay.remove());
                }
                underWay.add(start(next.get(), lanes, executor));
            }
            while (!underWay.isEmpty()) {
                finish(underWay.remove());
            }
        } finally {
            executor.shutdownNow();
            executor.close(); // No lane speaks any more when the reason for the end is told.
        }
    }

    /** Appends each lane's part of the window to what the lane is doing. */
    private UnderWay start(Window window, List<CompletableFuture<List<Rejection>>> lanes, ExecutorService executor) {
        for (int i = 0; i < LANES; i++) {
            List<Batch> batches = window.batches().get(i);
            lanes.set(i, lanes.get(i).thenApplyAsync(_ -> deliver(batches), executor));
        }
        return new UnderWay(window, List.copyOf(lanes));
    }

    private List<Rejection> deliver(List<Batch> batches) {
        List<Rejection> rejections = new ArrayList<>();
        try {
            for (Batch batch : batches) {
                rejections.addAll(delivery.deliver(batch));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
        return rejections;
    }

    private void finish(UnderWay work) throws IOException, InterruptedException {
        List<Rejection> refused = new ArrayList<>();
        for (CompletableFuture<List<Rejection>> lane : work.lanes()) {
            refused.addAll(resultOf(lane));
        }
        List<Rejection> all = Stream.concat(work.window().rejections().stream(), refused.stream())
                .sorted(Comparator.comparingLong(Rejection::lineNumber))
                .toList();
        rejected.add(all);
        progress.acknowledged(work.window(), work.window().events() - refused.size());
    }

    private static List<Rejection> resultOf(CompletableFuture<List<Rejection>> lane) throws InterruptedException {
        try {
            return lane.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ImportException known ? known : new IllegalStateException(e.getCause());
        }
    }

    /** A window and what its lanes will have refused. */
    private record UnderWay(Window window, List<CompletableFuture<List<Rejection>>> lanes) {}
}
