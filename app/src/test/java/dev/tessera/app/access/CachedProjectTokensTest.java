package dev.tessera.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachedProjectTokensTest {
    private static final OrganizationId ACME =
            AccessExamples.organization("Acme").id();

    private final MemoryProjects projects = new MemoryProjects();
    private final AtomicLong nanoseconds = new AtomicLong();
    private final CachedProjectTokens tokens = new CachedProjectTokens(projects, nanoseconds::get);

    @Test
    void asksTheStoreOnceForATokenThatItKnows() {
        ProjectId shop = make("Shop");
        assertThat(tokens.projectOf(token("Shop"))).contains(shop);
        assertThat(tokens.projectOf(token("Shop"))).contains(shop);
        assertThat(projects.lookups()).isEqualTo(1);
    }

    @Test
    void doesNotRememberATokenOfNoProject() {
        assertThat(tokens.projectOf(token("Shop"))).isEmpty();
        ProjectId shop = make("Shop");
        assertThat(tokens.projectOf(token("Shop"))).contains(shop);
    }

    @Test
    void asksAgainWhenTheAnswerIsOld() {
        make("Shop");
        tokens.projectOf(token("Shop"));
        projects.remove(token("Shop"));
        pass(Duration.ofSeconds(29));
        assertThat(tokens.projectOf(token("Shop"))).isPresent();
        pass(Duration.ofSeconds(2));
        assertThat(tokens.projectOf(token("Shop"))).isEmpty();
        assertThat(tokens.projectOf(token("Shop"))).isEmpty();
    }

    @Test
    void knowsAnOldTokenWhileTheDatabaseIsAway() {
        ProjectId shop = make("Shop");
        tokens.projectOf(token("Shop"));
        projects.fail(true);
        pass(Duration.ofDays(1));
        assertThat(tokens.projectOf(token("Shop"))).contains(shop);
        assertThatThrownBy(() -> tokens.projectOf(token("Lab"))).isInstanceOf(DatabaseUnavailableException.class);
        projects.fail(false);
        ProjectId lab = make("Lab");
        assertThat(tokens.projectOf(token("Lab"))).contains(lab);
    }

    @Test
    void forgetsATokenThatTheDatabaseNoLongerHas() {
        make("Shop");
        tokens.projectOf(token("Shop"));
        projects.remove(token("Shop"));
        pass(Duration.ofMinutes(1));
        assertThat(tokens.projectOf(token("Shop"))).isEmpty();
        projects.fail(true);
        assertThatThrownBy(() -> tokens.projectOf(token("Shop"))).isInstanceOf(DatabaseUnavailableException.class);
    }

    private ProjectId make(String name) {
        return projects.create(AccessExamples.project(ACME, name)).id();
    }

    private static String token(String name) {
        return AccessExamples.project(ACME, name).token();
    }

    private void pass(Duration time) {
        nanoseconds.addAndGet(time.toNanos());
    }
}
