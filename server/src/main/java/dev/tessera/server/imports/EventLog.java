package dev.tessera.server.imports;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;

/** Reads an event log, packed with gzip or not, window by window. */
final class EventLog implements AutoCloseable {
    private static final int WINDOW_LINES = 4_000;
    private static final int WINDOW_BYTES = 8 << 20;
    private static final int BATCH_LINES = 1_000;
    private static final int BATCH_BYTES = 2 << 20;

    private final Counted file;
    private final LineReader lines;
    private final int lanes;

    /** Reads {@code in} for {@code lanes} senders that work side by side. */
    EventLog(InputStream in, int lanes) throws IOException {
        this.file = new Counted(in);
        this.lines = new LineReader(unpacked(new BufferedInputStream(file, 64 << 10)));
        this.lanes = lanes;
    }

    /** The next window, or empty at the end. */
    Optional<Window> next() throws IOException {
        List<Lane> parts = new ArrayList<>();
        for (int i = 0; i < lanes; i++) {
            parts.add(new Lane());
        }
        List<Rejection> rejections = new ArrayList<>();
        long count = 0;
        long bytes = 0;
        while (count < WINDOW_LINES && bytes < WINDOW_BYTES) {
            Optional<Line> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            count++;
            bytes += line.get().bytes().length;
            sort(line.get(), parts, rejections);
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        new Window(parts.stream().map(Lane::batches).toList(), rejections, count, file.position()));
    }

    private void sort(Line line, List<Lane> parts, List<Rejection> rejections) {
        if (line.isBlank()) {
            return;
        }
        if (line.cut()) {
            rejections.add(Rejection.of(line, "the line is longer than an event can be (1 MiB)"));
            return;
        }
        try {
            Event event = EventParser.parse(line);
            parts.get(Math.floorMod(event.sender().hashCode(), lanes)).add(event);
        } catch (ImportException e) {
            rejections.add(Rejection.of(line, e.sentence()));
        } catch (JacksonException e) {
            rejections.add(Rejection.of(line, "not JSON: " + e.getOriginalMessage()));
        }
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, 64 << 10) : in;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Cuts what one lane gets into batches. */
    private static final class Lane {
        private final List<Batch> full = new ArrayList<>();
        private final List<Event> open = new ArrayList<>();
        private int bytes;

        void add(Event event) {
            int length = event.line().bytes().length;
            if (!open.isEmpty() && (open.size() == BATCH_LINES || bytes + length > BATCH_BYTES)) {
                cut();
            }
            open.add(event);
            bytes += length;
        }

        List<Batch> batches() {
            if (!open.isEmpty()) {
                cut();
            }
            return full;
        }

        private void cut() {
            full.add(new Batch(open));
            open.clear();
            bytes = 0;
        }
    }

    /** Knows how far the file has been read. */
    private static final class Counted extends FilterInputStream {
        private long position;

        Counted(InputStream in) {
            super(in);
        }

        long position() {
            return position;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            position += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            position += Math.max(0, count);
            return count;
        }
    }
}
