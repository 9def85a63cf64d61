package dev.tessera.server;

import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.ingestion.EventWitness;
import dev.tessera.app.ingestion.Ingestion;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** What a server has in it besides what clients send. */
interface Content extends AutoCloseable {
    /**
     * Fills new stores; called before the journal is opened, which then goes on behind what is there.
     *
     * @param witness has to see the events that are put there
     */
    void fill(Stores stores, Access access, Boards boards, EventWitness witness) throws InterruptedException;

    /** Whether it is made up. */
    boolean isDemo();

    /** What stands before {@code pages}, the web application. */
    Function<Request, Optional<Response>> pages(Access access, Function<Request, Optional<Response>> pages);

    /** Begins to send what happens while the server runs; ends with {@link AutoCloseable#close} of what it returns. */
    AutoCloseable enliven(Stores stores, Ingestion ingestion, Access access);

    /** Gives up what it holds, when the server has ended. */
    @Override
    void close() throws IOException;

    /** Nothing. */
    static Content none() {
        return new Content() {
            @Override
            public void fill(Stores stores, Access access, Boards boards, EventWitness witness) {}

            @Override
            public boolean isDemo() {
                return false;
            }

            @Override
            public Function<Request, Optional<Response>> pages(
                    Access access, Function<Request, Optional<Response>> pages) {
                return access.entrance(pages);
            }

            @Override
            public AutoCloseable enliven(Stores stores, Ingestion ingestion, Access access) {
                return () -> {};
            }

            @Override
            public void close() {}
        };
    }
}
