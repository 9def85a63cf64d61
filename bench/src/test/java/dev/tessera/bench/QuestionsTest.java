package dev.tessera.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.time.WeekStart;
import dev.tessera.query.QueryScope;
import dev.tessera.query.nodes.Queries;
import dev.tessera.query.nodes.TrendsQuery;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.resolve.TrendsResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QuestionsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void everyQuestionIsAboutTheLast60Days() {
        for (Questions.Question question : Questions.about(NOW)) {
            SeriesPlan plan = plan(question.query());
            assertThat(Duration.between(plan.time().from(), plan.time().until()).toDays())
                    .isBetween(59L, 60L);
            assertThat(plan.time().until()).isAfter(NOW);
        }
    }

    @Test
    void theCheapQuestionIsAQuery() {
        assertThat(plan(Json.parse(Questions.CHEAP)).time().until()).isBefore("2001-01-03T00:00:00Z");
    }

    @Test
    void everyQuestionHasSqlByHand() {
        assertThat(Questions.about(NOW))
                .extracting(question -> Path.of("sql", question.sql()))
                .allMatch(Files::exists);
    }

    private static SeriesPlan plan(JsonNode query) {
        QueryScope scope = new QueryScope(new ProjectId(1), ZoneOffset.UTC, WeekStart.SUNDAY, NOW, List.of());
        return TrendsResolver.resolve((TrendsQuery) Queries.parse(query), scope, _ -> Optional.empty())
                .series()
                .getFirst();
    }
}
