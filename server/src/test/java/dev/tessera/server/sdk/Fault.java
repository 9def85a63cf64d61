package dev.tessera.server.sdk;

import java.time.Duration;

/** What goes wrong with a request between an SDK and the server. */
public sealed interface Fault {
    /** It does not get to the server, and is answered with {@code status}. */
    record Refusal(int status) implements Fault {}

    /** It does not get to the server, and the connection breaks. */
    record Reset() implements Fault {}

    /** It gets to the server, and the connection breaks before the answer: the sender cannot know that it is stored. */
    record LostAnswer() implements Fault {}

    /** It gets to the server late. */
    record Delay(Duration time) implements Fault {}
}
