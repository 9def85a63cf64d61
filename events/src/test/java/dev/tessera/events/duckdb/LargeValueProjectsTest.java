package dev.tessera.events.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.query.dialect.duckdb.LargeValues;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LargeValueProjectsTest {
    private static final ProjectId PROJECT = new ProjectId(1);

    private final LargeValueProjects projects = new LargeValueProjects();
    private final List<LargeValues> asked = new ArrayList<>();

    @Test
    void asksOnceWhereNothingChanges() {
        projects.answer(PROJECT, asked::add);
        projects.add(PROJECT);
        projects.answer(PROJECT, asked::add);
        projects.answer(new ProjectId(2), asked::add);
        assertThat(asked).containsExactly(LargeValues.ABSENT, LargeValues.PRESENT, LargeValues.ABSENT);
    }

    @Test
    void asksAgainWhenTheFirstLargeValueComesMeanwhile() {
        int answer = projects.answer(PROJECT, large -> {
            asked.add(large);
            projects.add(PROJECT);
            return asked.size();
        });
        assertThat(answer).isEqualTo(2);
        assertThat(asked).containsExactly(LargeValues.ABSENT, LargeValues.PRESENT);
    }
}
