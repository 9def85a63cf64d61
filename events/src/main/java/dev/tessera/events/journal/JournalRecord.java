package dev.tessera.events.journal;

import java.time.Instant;

/**
 * A record read back.
 *
 * @param position where it starts
 * @param end where the next one starts
 */
@SuppressWarnings("ArrayRecordComponent") // Opaque bytes handed on once; nobody compares records.
public record JournalRecord(long position, long end, Instant receivedAt, byte[] payload) {}
