package dev.tessera.app.capture;

import dev.tessera.app.http.BodyBudget;

/** The memory of one capture request: all that it holds at a time, of the memory that all of them share. */
public final class CaptureMemory implements AutoCloseable {
    private final BodyBudget budget;
    private final BodyBudget.Share share;

    private CaptureMemory(BodyBudget budget) {
        this.budget = budget;
        this.share = budget.open();
    }

    /** A request's that holds nothing yet. */
    public static CaptureMemory of(BodyBudget budget) {
        return new CaptureMemory(budget);
    }

    /**
     * Holds {@code bytes} from now on, instead of what it held.
     *
     * @throws CaptureException when that is more than a request can have, or than there is just now
     */
    public void hold(long bytes) {
        if (bytes > budget.bytes()) {
            throw CaptureException.tooLarge(
                    "the events of this request take too much memory, send fewer in a batch, or with fewer values");
        }
        if (!share.tryHoldInAll(bytes)) {
            throw new CaptureException(new CaptureFailure.Overloaded());
        }
    }

    /** Gives all of it back. */
    @Override
    public void close() {
        share.close();
    }
}
