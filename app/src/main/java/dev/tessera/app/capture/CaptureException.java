package dev.tessera.app.capture;

import dev.tessera.app.http.Response;

/** Carries a {@link CaptureFailure} to the route; it reports no bug and has no stack trace. */
public final class CaptureException extends RuntimeException {
    /** What the sender of a token is told that no project has. */
    public static final String UNKNOWN_TOKEN =
            "no project has this token: check the project API key (it starts with phc_)";

    private static final long serialVersionUID = 1L;

    private final transient CaptureFailure failure;

    CaptureException(CaptureFailure failure) {
        super(failure.text(), null, false, false);
        this.failure = failure;
    }

    /** That a request cannot be understood. */
    public static CaptureException badRequest(String text) {
        return new CaptureException(new CaptureFailure.BadRequest(text));
    }

    /** That the token of a request is missing or of no project. */
    public static CaptureException badToken(String text) {
        return new CaptureException(new CaptureFailure.BadToken(text));
    }

    /** That a request is larger than any of its kind has to be. */
    public static CaptureException tooLarge(String text) {
        return new CaptureException(new CaptureFailure.TooLarge(text));
    }

    static CaptureException tooLarge() {
        return tooLarge("payload is larger than 20 MiB, send smaller batches");
    }

    CaptureFailure failure() {
        return failure;
    }

    /** What the sender is told. */
    public Response answer() {
        return failure.answer();
    }
}
