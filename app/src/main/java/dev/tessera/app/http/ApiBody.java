package dev.tessera.app.http;

import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The body of an API request. It is read when it is asked for, into pieces, and takes from an {@link Allowance} what it and
 * what is made of it need of memory, until it is closed.
 *
 * <p>A stranger's body may be looked into before it is known who sends it; that takes from the strangers' allowance.
 */
final class ApiBody implements AutoCloseable {
    /** What is made of a body is at most about so many times its bytes, beside what its values take. */
    private static final int COPIES = 3;

    /** As much as capture reads of a body only to be heard: who may send little is refused for it, not cut off. */
    private static final int MOST_DRAINED = 20 << 20;

    private static final int PIECE = 16 << 10;

    private final InputStream in;
    private final long announced;
    private final Allowance strangers;
    private final Allowance readers;
    private final Pieces pieces = new Pieces();
    private Allowance allowance;
    private BodyBudget.Share share;
    private long reserved;
    private int size;
    private boolean complete;

    /**
     * A body of which nothing is read.
     *
     * @param announced its length as the sender says; negative when it does not say
     * @param strangers for looking into it
     * @param readers for reading it
     */
    ApiBody(InputStream in, long announced, Allowance strangers, Allowance readers) {
        this.in = in;
        this.announced = announced;
        this.strangers = strangers;
        this.readers = readers;
        this.allowance = strangers;
        this.share = strangers.budget().open();
        this.complete = announced == 0;
    }

    /** What it holds, when it is as small as a stranger's may be and not empty. */
    Optional<InputStream> peek() {
        if (announced > strangers.most()) {
            return Optional.empty();
        }
        read(strangers.most());
        return complete && size > 0 ? Optional.of(again()) : Optional.empty();
    }

    /**
     * Reads it to its end.
     *
     * @return its length
     * @throws ProblemException when it is too large, ends early, or there is no memory for it just now
     */
    int readAll() {
        enter(readers);
        if (announced > readers.most()) {
            throw tooLarge();
        }
        reserve(COPIES * Math.max(announced, size));
        read(readers.most());
        if (!complete) {
            throw tooLarge();
        }
        return size;
    }

    /**
     * Takes memory for what is made of it.
     *
     * @throws ProblemException when that is more than a request can have, or than there is just now
     */
    void reserveFor(long values, int bytesEach) {
        reserve(COPIES * (long) size + values * bytesEach);
    }

    /** What was read. */
    InputStream again() {
        return pieces.again();
    }

    /** What was read, for the last time: it takes less and less memory while it is read. */
    InputStream once() {
        return pieces.once();
    }

    /** Gives its memory back, and lets a client that is still sending see the answer instead of a broken connection. */
    @Override
    public void close() {
        share.close();
        if (complete) {
            return;
        }
        try {
            in.skipNBytes(MOST_DRAINED);
        } catch (IOException e) {
            // The body ended, or the client went away: either way there is nothing left to read.
        }
    }

    private void enter(Allowance next) {
        if (!next.equals(allowance)) {
            allowance = next;
            share.close();
            share = next.budget().open();
            reserved = 0;
        }
    }

    /** Reads on until more than {@code most} bytes are read, or all. */
    private void read(int most) {
        while (!complete && size <= most) {
            byte[] piece = next();
            complete = piece.length < PIECE;
            if (piece.length > 0) {
                size += piece.length;
                pieces.add(piece);
                reserve(COPIES * (long) size);
            }
        }
        complete &= size <= most;
    }

    private byte[] next() {
        try {
            return in.readNBytes(PIECE);
        } catch (SlowBodyException e) {
            complete = true; // There is nothing that is worth waiting for.
            throw new ProblemException(
                    new Problem.TooSlow("The request body did not arrive in time. Send less in one request."));
        } catch (IOException e) {
            complete = true; // There is nothing more to wait for.
            throw new ProblemException(new Problem.Malformed("The request body ended early."));
        }
    }

    private void reserve(long bytes) {
        if (bytes <= reserved) {
            return;
        }
        if (bytes > allowance.budget().bytes()) {
            throw new ProblemException(new Problem.TooLarge(
                    "The request body holds more values than one request can. Send less in one request."));
        }
        if (!share.tryTake(bytes - reserved)) {
            throw new ProblemException(new Problem.Unavailable(
                    "overloaded", "Too many large requests are being read just now. Please try again in a moment.", 1));
        }
        reserved = bytes;
    }

    private ProblemException tooLarge() {
        return new ProblemException(new Problem.TooLarge(
                "The request body is larger than " + (allowance.most() >> 20) + " MB. Send less in one request."));
    }
}
