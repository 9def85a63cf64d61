package dev.tessera.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.time.Clock;
import dev.tessera.server.imports.CaptureServer.Reaction;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterMemoryTest {
    private static final int LINES = 60_000;
    private static final String PADDING = "x".repeat(600);

    @TempDir
    private Path dir;

    @Test
    void readsOnlyALittleAheadOfWhatIsStored() throws Exception {
        AtomicLong read = new AtomicLong();
        AtomicLong stored = new AtomicLong();
        AtomicLong mostAhead = new AtomicLong();
        CaptureServer.Behaviour behaviour = (_, events) -> {
            mostAhead.accumulateAndGet(read.get() - stored.get(), Math::max);
            stored.addAndGet(events.size());
            return new Reaction.Answer(200, "");
        };
        ImportOptions options = new ImportOptions(dir.resolve("log"), "phc_test", URI.create("http://localhost"));
        try (CaptureServer server = new CaptureServer(0, behaviour);
                CaptureClient client =
                        new CaptureClient(new ImportOptions(options.file(), "phc_test", URI.create(server.url())));
                RejectedFile rejected = new RejectedFile(options.file());
                EventLog log = new EventLog(new Lines(read), Importer.LANES)) {
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
            Progress progress = new Progress(Clock.system(), nowhere, false, 1);
            new Importer(new Delivery(client, Thread::sleep, progress), rejected, progress).run(log);
        }
        assertThat(stored).hasValue(LINES);
        assertThat(mostAhead.get()).isBetween(1_000L, 4_000L * 3 + 200);
    }

    /** Lines made as they are read, which are counted. */
    private static final class Lines extends InputStream {
        private final AtomicLong made;
        private byte[] line = {};
        private int next;

        Lines(AtomicLong made) {
            this.made = made;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (next == line.length && made.get() == LINES) {
                return -1;
            }
            if (next == line.length) {
                String text = "{\"distinct_id\":\"" + made.incrementAndGet() + "\",\"p\":\"" + PADDING + "\"}\n";
                line = text.getBytes(StandardCharsets.US_ASCII);
                next = 0;
            }
            int count = Math.min(length, line.length - next);
            System.arraycopy(line, next, target, offset, count);
            next += count;
            return count;
        }
    }
}
