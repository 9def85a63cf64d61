package dev.tessera.events.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A record as it lies in a segment: 32 bytes of header, then the payload; numbers are big-endian.
 *
 * <pre>
 *   0  int   CRC32C of everything after it
 *   4  int   bytes of payload
 *   8  long  position of the record
 *  16  long  safe: everything before this position was on disk when the record was written
 *  24  long  receipt time in microseconds since 1970
 *  32        payload
 * </pre>
 *
 * <p>{@code safe} tells a torn tail from damage: a record after the broken place that calls the broken place safe
 * proves that acknowledged records are missing. A frame without payload is a {@linkplain #isSkip skip}: its segment
 * ends there, and its time field holds the position at which the journal goes on.
 *
 * @param time receipt time in microseconds since 1970
 */
@SuppressWarnings("ArrayRecordComponent") // Opaque bytes handed on once; nobody compares frames.
record Frame(long position, long safe, long time, byte[] payload) {
    static final int HEADER = 32;
    static final int LENGTH_AT = 4;
    static final int POSITION_AT = 8;

    static Frame skip(long position, long to) {
        return new Frame(position, position, to, new byte[0]);
    }

    boolean isSkip() {
        return payload.length == 0;
    }

    int size() {
        return HEADER + payload.length;
    }

    /** Writes the header, checksum included, at the buffer's position. */
    void putHeader(ByteBuffer target) {
        int start = target.position();
        target.putInt(0).putInt(payload.length).putLong(position).putLong(safe).putLong(time);
        target.putInt(start, checksum(target.slice(start + LENGTH_AT, HEADER - LENGTH_AT), payload));
    }

    /** The checksum of the header from its length field on, and of the payload. */
    static int checksum(ByteBuffer headerFromLength, byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(headerFromLength);
        crc.update(payload);
        return (int) crc.getValue();
    }
}
