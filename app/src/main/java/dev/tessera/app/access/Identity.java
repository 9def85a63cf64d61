package dev.tessera.app.access;

import dev.tessera.kernel.problem.Problem;

/** What a request says about who makes it. */
sealed interface Identity {
    /** A user, proved by a key or a session. */
    record Known(Caller caller) implements Identity {}

    /** Nothing was sent that could prove anything. */
    record Anonymous() implements Identity {}

    /** Something was sent that proves nothing. */
    record Refused(Problem problem) implements Identity {}
}
