package dev.tessera.query.trends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.property.Property;
import dev.tessera.query.plan.SeriesRow;
import dev.tessera.query.reference.PlanInterpreter;
import dev.tessera.query.reference.ReferenceTrends;
import dev.tessera.query.reference.TrendsCases;
import dev.tessera.query.resolve.TrendsPlan;
import dev.tessera.query.resolve.TrendsResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans and results against a reference that knows neither. */
class TrendsDifferentialTest {
    @Test
    void plansAndResultsGiveTheNumbersOfTheReference() {
        AtomicInteger answered = new AtomicInteger();
        Property.holds(3_000, TrendsCases::any, it -> {
            PlanInterpreter store = new PlanInterpreter(it.events());
            TrendsPlan plan;
            try {
                plan = TrendsResolver.resolve(it.query(), it.scope(), store::earliest);
            } catch (ProblemException e) {
                assertThat(e).hasMessageContaining("starts after it ends");
                return;
            }
            List<List<SeriesRow>> rows =
                    plan.series().stream().map(store::series).toList();
            ObjectNode response = TrendsResults.response(plan, rows, List.of());
            assertThat(lines(response)).isEqualTo(ReferenceTrends.answer(it.query(), it.scope(), it.events()));
            answered.incrementAndGet();
        });
        assertThat(answered.get()).isGreaterThan(2_000);
    }

    private static List<ReferenceTrends.Line> lines(ObjectNode response) {
        List<ReferenceTrends.Line> lines = new ArrayList<>();
        for (JsonNode result : response.get("results").values()) {
            List<Double> numbers = new ArrayList<>();
            if (result.has("aggregated_value")) {
                numbers.add(result.get("aggregated_value").doubleValue());
            } else {
                result.get("data").values().forEach(number -> numbers.add(number.doubleValue()));
                assertThat(result.get("days").size()).isEqualTo(numbers.size());
                assertThat(result.get("labels").size()).isEqualTo(numbers.size());
            }
            List<String> breakdown = new ArrayList<>();
            if (result.has("breakdown_value")) {
                JsonNode value = result.get("breakdown_value");
                (value.isArray() ? value.values() : List.of(value)).forEach(item -> breakdown.add(item.stringValue()));
            }
            lines.add(new ReferenceTrends.Line(result.get("order").intValue(), breakdown, numbers));
        }
        return lines;
    }
}
