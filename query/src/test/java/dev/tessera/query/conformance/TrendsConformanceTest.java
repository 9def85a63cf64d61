package dev.tessera.query.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.query.nodes.Queries;
import dev.tessera.query.nodes.TrendsQuery;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.reference.PlanInterpreter;
import dev.tessera.query.resolve.TrendsPlan;
import dev.tessera.query.resolve.TrendsResolver;
import dev.tessera.query.trends.TrendsResults;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The cases of the corpus that this version can answer; the others are refused as not supported. */
class TrendsConformanceTest {
    private static final List<CorpusCase> ALL = CorpusCase.all("/conformance/trends.json");

    @TestFactory
    Stream<DynamicTest> answersEveryCaseThatItSupports() {
        return ALL.stream()
                .filter(it -> refusals(it).isEmpty())
                .map(it -> DynamicTest.dynamicTest(it.name(), () -> check(it)));
    }

    @Test
    void supportsAtLeastTheCasesItOnceDid() {
        assertThat(ALL.stream().filter(it -> refusals(it).isEmpty())).hasSizeGreaterThanOrEqualTo(50);
    }

    @Test
    void refusesTheOthersOnlyAsNotSupported() {
        assertThat(ALL.stream().flatMap(it -> refusals(it).stream()))
                .isNotEmpty()
                .allSatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo("not_supported");
                    assertThat(problem.attr()).startsWith("query__");
                    assertThat(problem.detail()).contains("not supported yet").endsWith(".");
                });
    }

    private static List<Problem> refusals(CorpusCase it) {
        List<Problem> refusals = new ArrayList<>();
        try {
            Queries.parse(it.query());
        } catch (ProblemException e) {
            refusals.add(e.problem());
        }
        return refusals;
    }

    private static void check(CorpusCase it) {
        TrendsQuery query = switch (Queries.parse(it.query())) {
            case TrendsQuery trends -> trends;
        };
        PlanInterpreter store = new PlanInterpreter(it.events());
        TrendsPlan plan = TrendsResolver.resolve(query, it.scope(), store::earliest);
        List<List<SeriesRow>> rows = plan.series().stream().map(store::series).toList();
        JsonNode response = TrendsResults.response(plan, rows, List.of());
        it.expectations().values().forEach(expectation -> new Expectation(expectation).check(response));
    }
}
