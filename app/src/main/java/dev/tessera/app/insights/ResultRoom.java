package dev.tessera.app.insights;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/** The memory for the results in one answer, which are there together until it is sent. */
final class ResultRoom {
    private static final long MOST = 16L << 20;

    private static final String TOO_MUCH =
            "The results in this answer are too large together. Ask for this insight by itself.";
    private static final String BUSY = "Too many large answers are being made just now. Try again in a moment.";

    private final LongPredicate memory;
    private final AtomicLong held = new AtomicLong();

    /** Room that {@code memory} takes so many bytes for, or is false. */
    ResultRoom(LongPredicate memory) {
        this.memory = memory;
    }

    /** {@code outcome}, or in place of a result that it failed, when there is no room for it. */
    Outcome admit(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered it -> admitted(it);
            case Outcome.Nothing _, Outcome.Missing _, Outcome.Refused _, Outcome.Failed _ -> outcome;
        };
    }

    private Outcome admitted(Outcome.Answered answered) {
        long bytes = answered.result().heapBytes();
        if (held.addAndGet(bytes) > MOST) {
            return new Outcome.Failed(TOO_MUCH);
        }
        return memory.test(bytes) ? answered : new Outcome.Failed(BUSY);
    }
}
