package dev.tessera.kernel.problem;

import java.time.Duration;

/**
 * An expected failure that the caller is told about: what is wrong, and what to do.
 *
 * <p>The wire form is the error envelope of spec/dashboards.md 1.4. {@code attr} is the offending field with nested
 * keys and indexes joined by {@code __}, or empty when the failure is about no field.
 */
public sealed interface Problem {
    /** The HTTP status. */
    int status();

    /** The stable code, such as {@code required}. */
    String code();

    /** The sentence for the person who reads it. */
    String detail();

    /** The offending field, or empty. */
    default String attr() {
        return "";
    }

    /** A value that is not acceptable: 400 {@code validation_error}. */
    record Invalid(String code, String detail, String attr) implements Problem {
        /** Bad input without a more precise code. */
        public Invalid(String detail, String attr) {
            this("invalid_input", detail, attr);
        }

        @Override
        public int status() {
            return 400;
        }
    }

    /** A request that could not be read: 400 {@code parse_error}. */
    record Malformed(String detail) implements Problem {
        @Override
        public int status() {
            return 400;
        }

        @Override
        public String code() {
            return "parse_error";
        }
    }

    /** No credentials, or wrong ones: 401 {@code not_authenticated} or {@code authentication_failed}. */
    record Unauthenticated(String code, String detail) implements Problem {
        /** No credentials were sent. */
        public static Unauthenticated noCredentials() {
            return new Unauthenticated("not_authenticated", "Authentication credentials were not provided.");
        }

        /** Credentials were sent and are wrong. */
        public static Unauthenticated failed(String detail) {
            return new Unauthenticated("authentication_failed", detail);
        }

        @Override
        public int status() {
            return 401;
        }
    }

    /** The caller may not do this: 403 {@code permission_denied}, or a more precise code. */
    record Forbidden(String code, String detail) implements Problem {
        /** Without a more precise code. */
        public Forbidden(String detail) {
            this("permission_denied", detail);
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** There is no such thing, or not for this caller: 404 {@code not_found}. */
    record NotFound(String detail) implements Problem {
        public NotFound() {
            this("Not found.");
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public String code() {
            return "not_found";
        }
    }

    /** The route exists, the method does not: 405 {@code method_not_allowed}. */
    record MethodNotAllowed(String method) implements Problem {
        @Override
        public int status() {
            return 405;
        }

        @Override
        public String code() {
            return "method_not_allowed";
        }

        @Override
        public String detail() {
            return "Method \"" + method + "\" not allowed.";
        }
    }

    /** The request conflicts with what is there: 409 {@code conflict}. */
    record Conflict(String detail) implements Problem {
        @Override
        public int status() {
            return 409;
        }

        @Override
        public String code() {
            return "conflict";
        }
    }

    /** The body did not arrive in time: 408 {@code request_timeout}. */
    record TooSlow(String detail) implements Problem {
        @Override
        public int status() {
            return 408;
        }

        @Override
        public String code() {
            return "request_timeout";
        }
    }

    /** The body is larger than the limit: 413 {@code too_large}. */
    record TooLarge(String detail) implements Problem {
        @Override
        public int status() {
            return 413;
        }

        @Override
        public String code() {
            return "too_large";
        }
    }

    /** The body's media type is not understood: 415 {@code unsupported_media_type}. */
    record UnsupportedMediaType(String detail) implements Problem {
        /** The media type is not one that is read here. */
        public static UnsupportedMediaType of(String mediaType) {
            return new UnsupportedMediaType("Unsupported media type \"" + mediaType + "\" in request.");
        }

        @Override
        public int status() {
            return 415;
        }

        @Override
        public String code() {
            return "unsupported_media_type";
        }
    }

    /** Too many requests: 429 {@code throttled}. {@code retryAfterSeconds} goes into the Retry-After header. */
    record Throttled(String detail, int retryAfterSeconds) implements Problem {
        /** It will be fewer again after {@code wait}. */
        public static Throttled until(Duration wait) {
            int seconds =
                    Math.toIntExact(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
            return new Throttled(
                    "Request was throttled. Expected available in " + seconds
                            + (seconds == 1 ? " second." : " seconds."),
                    seconds);
        }

        @Override
        public int status() {
            return 429;
        }

        @Override
        public String code() {
            return "throttled";
        }
    }

    /** A store is away or overloaded; nothing was done: 503 with Retry-After. */
    record Unavailable(String code, String detail, int retryAfterSeconds) implements Problem {
        @Override
        public int status() {
            return 503;
        }
    }
}
