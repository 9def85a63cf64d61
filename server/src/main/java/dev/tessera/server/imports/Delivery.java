package dev.tessera.server.imports;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings batches to the server, whatever it takes: waits while the server cannot take them, and halves a batch that it
 * refuses until the bad events stand alone.
 */
final class Delivery {
    /** How long a batch is tried without an answer; a restart of the server takes seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final CaptureClient client;
    private final Pause pause;
    private final Progress progress;

    Delivery(CaptureClient client, Pause pause, Progress progress) {
        this.client = client;
        this.pause = pause;
        this.progress = progress;
    }

    /**
     * Sends the batch; when this returns, its events are stored except for those in the answer.
     *
     * @throws ImportException when the server will never take it
     */
    List<Rejection> deliver(Batch batch) throws InterruptedException {
        return switch (settled(batch)) {
            case Answer.Stored _ -> List.of();
            case Answer.Refused refused -> withoutTheBad(batch, refused);
            case Answer.Hopeless hopeless -> throw new ImportException(hopeless.reason());
            case Answer.Busy busy ->
                throw new ImportException("Gave up after " + PATIENCE.toMinutes() + " minutes: " + busy.reason() + ".");
        };
    }

    private List<Rejection> withoutTheBad(Batch batch, Answer.Refused refused) throws InterruptedException {
        if (batch.events().size() == 1) {
            Event bad = batch.events().getFirst();
            return List.of(Rejection.of(bad.line(), refused.reason()));
        }
        List<Rejection> first = deliver(batch.firstHalf());
        return Stream.concat(first.stream(), deliver(batch.secondHalf()).stream())
                .toList();
    }

    /** The first answer that is not "busy", or the last that is. */
    private Answer settled(Batch batch) throws InterruptedException {
        Duration waited = Duration.ZERO;
        Duration next = FIRST_WAIT;
        Answer answer = client.send(batch);
        while (answer instanceof Answer.Busy(String reason, Duration asked) && waited.compareTo(PATIENCE) < 0) {
            Duration wait = asked.compareTo(next) > 0 ? asked : next;
            progress.waiting(reason, wait);
            pause.of(wait);
            waited = waited.plus(wait);
            next = min(next.multipliedBy(2), LONGEST_WAIT);
            answer = client.send(batch);
        }
        return answer;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
