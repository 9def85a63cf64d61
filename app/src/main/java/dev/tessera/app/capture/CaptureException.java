package dev.tessera.app.capture;

/** Carries a {@link CaptureFailure} to the route; it reports no bug and has no stack trace. */
final class CaptureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CaptureFailure failure;

    CaptureException(CaptureFailure failure) {
        super(failure.text(), null, false, false);
        this.failure = failure;
    }

    static CaptureException badRequest(String text) {
        return new CaptureException(new CaptureFailure.BadRequest(text));
    }

    static CaptureException tooLarge() {
        return new CaptureException(new CaptureFailure.TooLarge("payload is larger than 20 MiB, send smaller batches"));
    }

    CaptureFailure failure() {
        return failure;
    }
}
