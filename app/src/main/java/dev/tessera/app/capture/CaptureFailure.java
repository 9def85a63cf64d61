package dev.tessera.app.capture;

/** Why a capture request was refused as a whole; answered as plain text (spec/ingestion.md 2.5, 3.2). */
sealed interface CaptureFailure {
    int status();

    String text();

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
