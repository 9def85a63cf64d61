package dev.tessera.app.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords with Argon2id, one at a time: each takes 7 MB and the better part of a core for a moment.
 *
 * <p>The cost is the one that the OWASP password storage cheat sheet gives for little memory: 7 MiB, 5 passes.
 */
public final class Passwords {
    private static final int MEMORY_KIB = 7_168;
    private static final int PASSES = 5;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SecureRandom random;
    private final Semaphore permit = new Semaphore(1, true);

    /** Salts come from {@code random}. */
    public Passwords(SecureRandom random) {
        this.random = random;
    }

    /** The encoded hash of {@code password}, with its parameters and a new salt in it. */
    public String hash(String password) throws InterruptedException {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return alone(() ->
                function().hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult());
    }

    /** Whether {@code hash} is of {@code password}. */
    public boolean matches(String password, String hash) throws InterruptedException {
        return alone(() -> Argon2Function.getInstanceFromHash(hash).check(password, hash));
    }

    /** Never, after as much work as {@link #matches} does: from the time that it takes nobody learns that there is no hash. */
    public boolean matchesNone(String password) throws InterruptedException {
        hash(password);
        return false;
    }

    private static Argon2Function function() {
        return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    }

    private <T> T alone(Supplier<T> work) throws InterruptedException {
        if (!permit.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ProblemException(new Problem.Unavailable(
                    "busy", "Too many passwords are being checked just now. Please try again in a moment.", 5));
        }
        try {
            return work.get();
        } finally {
            permit.release();
        }
    }
}
