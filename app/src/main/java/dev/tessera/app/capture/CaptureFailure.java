package dev.tessera.app.capture;

import dev.tessera.app.http.Response;

/** Why a capture request was refused as a whole; answered as plain text (spec/ingestion.md 2.5, 3.2). */
sealed interface CaptureFailure {
    int RETRY_AFTER_SECONDS = 1;

    /** The HTTP status. */
    int status();

    /** The body. */
    String text();

    /** The answer, in plain text. */
    default Response answer() {
        Response response = Response.text(status(), text());
        return switch (this) {
            case Overloaded _ -> response.header("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
            case Incomplete _ -> response.header("Connection", "close");
            case BadRequest _, BadToken _, TooLarge _ -> response;
        };
    }

    /** The payload cannot be read, or an event in it is not acceptable. */
    record BadRequest(String text) implements CaptureFailure {
        @Override
        public int status() {
            return 400;
        }
    }

    /** The token is missing, malformed or of no project. */
    record BadToken(String text) implements CaptureFailure {
        @Override
        public int status() {
            return 401;
        }
    }

    /** The body did not come to its end: too slowly, or its sender went away. */
    record Incomplete() implements CaptureFailure {
        @Override
        public int status() {
            return 408;
        }

        @Override
        public String text() {
            return "the request body did not arrive completely, please retry";
        }
    }

    /** The payload, or one event in it, is too large. */
    record TooLarge(String text) implements CaptureFailure {
        @Override
        public int status() {
            return 413;
        }
    }

    /** Nothing was stored and nothing is wrong with the request: the sender should try again. */
    record Overloaded() implements CaptureFailure {
        @Override
        public int status() {
            return 503;
        }

        @Override
        public String text() {
            return "transient error, please retry";
        }
    }
}
