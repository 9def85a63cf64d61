package dev.tessera.app.access;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What a new password must be like (spec/access.md 5): long enough, and hard to guess for somebody who knows words, names,
 * keyboards and what people usually do to them.
 *
 * <p>The estimator's dictionaries are loaded for one password and let go: nobody needs them for weeks. Estimates are made
 * one at a time, because each takes a good part of a second's work and some 30 MB at worst.
 */
public final class PasswordRules {
    /** The most characters of a password. */
    public static final int MAX_LENGTH = 128;

    private static final int MIN_LENGTH = 8;
    private static final int MIN_SCORE = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore permit = new Semaphore(1, true);

    /**
     * Refuses {@code password} when it is too short or too weak.
     *
     * @param attr the field that it was in
     * @param known what is no secret about its owner, such as the e-mail address
     * @throws ProblemException {@link Problem.Invalid}
     */
    public void check(String password, String attr, List<String> known) throws InterruptedException {
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            throw refused(
                    "password_too_short",
                    "This password is too short. It must contain at least " + MIN_LENGTH + " characters.",
                    attr);
        }
        Strength strength = strength(password, known);
        if (strength.getScore() < MIN_SCORE) {
            List<String> suggestions = strength.getFeedback().getSuggestions(Locale.ENGLISH);
            throw refused(
                    "password_too_weak",
                    suggestions.isEmpty() ? "This password is too weak." : String.join(" ", suggestions),
                    attr);
        }
    }

    private Strength strength(String password, List<String> known) throws InterruptedException {
        if (!permit.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ProblemException(new Problem.Unavailable(
                    "busy", "Too many passwords are being judged just now. Please try again in a moment.", 5));
        }
        try {
            return new Zxcvbn().measure(password, known);
        } finally {
            permit.release();
        }
    }

    private static ProblemException refused(String code, String detail, String attr) {
        return new ProblemException(new Problem.Invalid(code, detail, attr));
    }
}
