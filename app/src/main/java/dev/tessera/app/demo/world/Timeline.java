package dev.tessera.app.demo.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What happened between two moments, in order, in few bytes for each event: there are half a million of them.
 */
final class Timeline {
    private static final int INDEX_BITS = 21;
    private static final int MOST = 1 << INDEX_BITS;

    private final long from;
    private final List<Visitor> visitors;
    private final long[] order;
    private final int[] who;
    private final Kind[] kinds;
    private final int[] details;
    private final long[] sessions;

    private Timeline(Builder builder, long[] order) {
        this.from = builder.from;
        this.visitors = List.copyOf(builder.visitors);
        this.order = order;
        this.who = builder.who;
        this.kinds = builder.kinds;
        this.details = builder.details;
        this.sessions = builder.sessions;
    }

    int size() {
        return order.length;
    }

    /** Everybody who did something. */
    List<Visitor> visitors() {
        return visitors;
    }

    /** For each of {@link #visitors} the position of the first thing that they did. */
    int[] firstOfEach() {
        int[] first = new int[visitors.size()];
        for (int position = order.length - 1; position >= 0; position--) {
            first[who[index(position)]] = position;
        }
        return first;
    }

    /** What happened at {@code position} in the order of time. */
    Happening happening(int position) {
        int index = index(position);
        return new Happening(
                visitors.get(who[index]),
                kinds[index],
                details[index],
                from + (order[position] >>> INDEX_BITS),
                sessions[index]);
    }

    private int index(int position) {
        return (int) (order[position] & (MOST - 1));
    }

    /** Collects what happens at any time, and keeps what is between two moments. */
    static final class Builder {
        private final long from;
        private final long until;
        private final List<Visitor> visitors = new ArrayList<>();
        private long[] order = new long[1 << 12];
        private int[] who = new int[1 << 12];
        private Kind[] kinds = new Kind[1 << 12];
        private int[] details = new int[1 << 12];
        private long[] sessions = new long[1 << 12];
        private int size;

        /** For what happens at {@code from} or later, and before {@code until}; milliseconds since 1970. */
        Builder(long from, long until) {
            this.from = from;
            this.until = until;
        }

        /** Takes note that {@code visitor} did something at {@code at}, in the session that began at {@code session}. */
        void add(Visitor visitor, Kind kind, int detail, long at, long session) {
            if (at < from || at >= until) {
                return;
            }
            if (size == order.length) {
                grow();
            }
            if (visitor.index() < 0) {
                visitor.index(visitors.size());
                visitors.add(visitor);
            }
            order[size] = ((at - from) << INDEX_BITS) | size;
            who[size] = visitor.index();
            kinds[size] = kind;
            details[size] = detail;
            sessions[size] = session;
            size++;
        }

        private void grow() {
            if (size == MOST) {
                throw new IllegalStateException("More than " + MOST + " things happened");
            }
            int larger = Math.min(size + (size >> 1), MOST);
            order = Arrays.copyOf(order, larger);
            who = Arrays.copyOf(who, larger);
            kinds = Arrays.copyOf(kinds, larger);
            details = Arrays.copyOf(details, larger);
            sessions = Arrays.copyOf(sessions, larger);
        }

        Timeline build() {
            return new Timeline(this, ordered());
        }

        /** As {@link #build}, with at most {@code most} events: of those of {@code kind} some are left out, evenly. */
        Timeline build(int most, Kind kind, Dice dice) {
            long[] all = ordered();
            int spare = Math.max(0, size - most);
            int candidates = Math.toIntExact(
                    Arrays.stream(kinds, 0, size).filter(it -> it == kind).count());
            int kept = 0;
            for (long entry : all) {
                boolean candidate = kinds[(int) (entry & (MOST - 1))] == kind;
                boolean dropped = candidate && dice.below(candidates) < spare;
                candidates -= candidate ? 1 : 0;
                spare -= dropped ? 1 : 0;
                if (!dropped) {
                    all[kept++] = entry;
                }
            }
            return new Timeline(this, Arrays.copyOf(all, kept));
        }

        private long[] ordered() {
            long[] all = Arrays.copyOf(order, size);
            Arrays.sort(all);
            return all;
        }
    }
}
