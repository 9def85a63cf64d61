package dev.tessera.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What happens when two people sign up at once on an instance without anybody, whatever keeps them apart. */
public abstract class FirstSignUpKit {
    /** Stores over one empty database. */
    protected abstract AccessStores stores();

    /** Returns when the transaction that {@code other} wants waits for that of another thread. */
    protected abstract void awaitHeldUp(Thread other);

    @Test
    void onlyOneOfTwoAtOnceAdministersTheInstance() throws Exception {
        assertThat(signUpAtOnce(false)).hasOnlyElementsOfType(User.class);
        assertThat(stored()).extracting(User::staff).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void onlyOneOfTwoAtOnceSignsUpWhereOnlyTheFirstUserMay() throws Exception {
        List<Object> outcomes = signUpAtOnce(true);
        assertThat(outcomes).hasAtLeastOneElementOfType(User.class);
        assertThat(outcomes)
                .filteredOn(it -> it instanceof ProblemException)
                .singleElement()
                .satisfies(it -> assertThat(((ProblemException) it).problem()).isInstanceOf(Problem.Forbidden.class));
        assertThat(stored())
                .singleElement()
                .satisfies(it -> assertThat(it.staff()).isTrue());
    }

    /** The user that each of two threads made, or why it could not. */
    private List<Object> signUpAtOnce(boolean onlyTheFirst) throws Exception {
        Meeting meeting = new Meeting();
        Accounts accounts = accounts(meeting);
        List<FutureTask<Object>> tasks = new ArrayList<>();
        for (String name : List.of("ada", "bob")) {
            SignUp wanted = new SignUp(name + "@example.com", "a password", name, name, Optional.empty());
            tasks.add(new FutureTask<>(() -> {
                try {
                    return accounts.signUp(wanted, onlyTheFirst);
                } catch (ProblemException e) {
                    return e;
                }
            }));
        }
        meeting.begin(new Thread(tasks.getFirst()), new Thread(tasks.getLast()));
        return List.of(tasks.getFirst().get(), tasks.getLast().get());
    }

    private List<User> stored() {
        return Stream.of("ada", "bob")
                .flatMap(it -> stores().users().findByEmail(it + "@example.com").stream())
                .toList();
    }

    private Accounts accounts(Clock clock) {
        SecureRandom random = new SecureRandom();
        Secrets secrets = new Secrets(random);
        AccessStores stores = stores();
        return new Accounts(
                stores.transactions(),
                stores.users(),
                stores.organizations(),
                new Projects(stores.transactions(), stores.projects(), stores.users(), secrets, clock, random),
                stores.keys(),
                new Passwords(random),
                secrets,
                clock,
                random);
    }

    /**
     * A clock that holds up the first thread that asks it until the other one waits for its transaction. It is asked for
     * the time of a new user, when it was found out whether that is the first.
     */
    private final class Meeting implements Clock {
        private final AtomicBoolean met = new AtomicBoolean();
        private volatile @Nullable Thread one;
        private volatile @Nullable Thread other;

        void begin(Thread first, Thread second) {
            one = first;
            other = second;
            first.start();
            second.start();
        }

        @Override
        public Instant now() {
            if (!met.getAndSet(true)) {
                Thread waiting = Thread.currentThread().equals(one) ? other : one;
                if (waiting != null) {
                    awaitHeldUp(waiting);
                }
            }
            return AccessExamples.MADE;
        }
    }
}
