package dev.tessera.app.demo.world;

/**
 * Something that somebody did.
 *
 * @param detail what the kind makes of it
 * @param at in milliseconds since 1970
 * @param session when the session began in which it happened
 */
record Happening(Visitor who, Kind kind, int detail, long at, long session) {}
