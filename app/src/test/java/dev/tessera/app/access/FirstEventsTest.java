package dev.tessera.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.id.ProjectId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class FirstEventsTest {
    private static final OrganizationId ACME =
            AccessExamples.organization("Acme").id();

    private final MemoryProjects projects = new MemoryProjects();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Deque<Duration> delays = new ArrayDeque<>();
    private final FirstEvents events = restarted();

    @Test
    void remembersTheFirstEventOfEachProjectOnce() {
        ProjectId shop = make("Shop");
        ProjectId lab = make("Lab");
        make("Idle");
        for (int i = 0; i < 3; i++) {
            events.accepted(shop);
            events.accepted(lab);
        }
        assertThat(projects.marked()).as("while the request waits").isEmpty();
        assertThat(work).hasSize(2);
        runAll();
        events.accepted(shop);
        runAll();
        assertThat(projects.marked()).containsExactly(shop, lab);
        assertThat(projects.find(shop).orElseThrow().ingestedEvent()).isTrue();
    }

    @Test
    void writesNothingAgainAfterARestart() {
        ProjectId shop = make("Shop");
        events.accepted(shop);
        runAll();
        restarted().accepted(shop);
        runAll();
        assertThat(projects.marked()).containsExactly(shop);
    }

    @Test
    void triesUntilTheDatabaseIsBack() {
        ProjectId shop = make("Shop");
        projects.fail(true);
        events.accepted(shop);
        assertThat(delays.remove()).isZero();
        for (int i = 0; i < 3; i++) {
            work.remove().run();
            events.accepted(shop);
            assertThat(work).hasSize(1);
            assertThat(delays.remove()).isEqualTo(Duration.ofSeconds(5));
        }
        projects.fail(false);
        runAll();
        assertThat(projects.marked()).containsExactly(shop);
    }

    @Test
    void leavesAProjectAloneThatIsGone() {
        events.accepted(new ProjectId(7));
        runAll();
        assertThat(projects.marked()).isEmpty();
    }

    private FirstEvents restarted() {
        return new FirstEvents(projects, (task, delay) -> {
            work.add(task);
            delays.add(delay);
        });
    }

    private ProjectId make(String name) {
        return projects.create(AccessExamples.project(ACME, name)).id();
    }

    private void runAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }
}
