package dev.tessera.kernel.tx;

import java.util.function.Supplier;

/**
 * Groups what several metadata stores do into one transaction.
 *
 * <p>Stores called on this thread inside {@code work} take part in it without being told. Work that throws leaves
 * nothing behind. A transaction inside a transaction joins the outer one.
 */
public interface Transactions {
    /** Runs {@code work} with the right to write; it is alone among writers where the engine has only one. */
    <T> T write(Supplier<T> work);

    /** Runs {@code work} on one unchanging view of the data. */
    <T> T read(Supplier<T> work);

    /** Runs {@code work} with the right to write. */
    default void write(Runnable work) {
        write(() -> {
            work.run();
            return true;
        });
    }
}
