package dev.tessera.kernel.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The offsets of a zone during some time, as pieces in which the offset stays the same.
 *
 * <p>With them wall time is plain arithmetic, and no engine needs to know about zones.
 *
 * @param pieces in the order of time, at least one; all but the last end where the next one starts
 */
public record ZoneOffsets(List<Piece> pieces) {
    public ZoneOffsets {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("A zone always has an offset");
        }
    }

    /**
     * A stretch of time with one offset.
     *
     * @param untilMicros the first microsecond since 1970 that is after it; without meaning in the last piece
     * @param offsetMicros what to add to UTC
     */
    public record Piece(long untilMicros, long offsetMicros) {}

    /** No offset at all: UTC. */
    public static ZoneOffsets utc() {
        return new ZoneOffsets(List.of(new Piece(Long.MAX_VALUE, 0)));
    }

    /** The offsets of {@code zone} from {@code lower} up to, not including, {@code upper}. */
    public static ZoneOffsets between(ZoneId zone, Instant lower, Instant upper) {
        ZoneRules rules = zone.getRules();
        List<Piece> pieces = new ArrayList<>();
        ZoneOffset offset = rules.getOffset(lower);
        ZoneOffsetTransition transition = rules.nextTransition(lower);
        while (transition != null && transition.getInstant().isBefore(upper)) {
            pieces.add(new Piece(WallTime.epochMicros(transition.getInstant()), micros(offset)));
            offset = transition.getOffsetAfter();
            transition = rules.nextTransition(transition.getInstant());
        }
        pieces.add(new Piece(Long.MAX_VALUE, micros(offset)));
        return new ZoneOffsets(pieces);
    }

    private static long micros(ZoneOffset offset) {
        return offset.getTotalSeconds() * 1_000_000L;
    }

    /** Whether there is one offset only. */
    public boolean isConstant() {
        return pieces.size() == 1;
    }

    /** Wall time as microseconds since 1970, for {@code epochMicros} in UTC. */
    public long toLocalMicros(long epochMicros) {
        for (Piece piece : pieces) {
            if (epochMicros < piece.untilMicros()) {
                return epochMicros + piece.offsetMicros();
            }
        }
        return epochMicros + pieces.getLast().offsetMicros();
    }
}
