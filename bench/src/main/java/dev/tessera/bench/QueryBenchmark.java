package dev.tessera.bench;

import dev.tessera.bench.Questions.Question;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.time.WeekStart;
import dev.tessera.query.QueryScope;
import dev.tessera.query.nodes.Queries;
import dev.tessera.query.nodes.TrendsQuery;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.resolve.TrendsResolver;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the server adds to a query: over HTTP, beside the same SQL, and SQL written by hand, sent straight to the
 * engine in this process after the server has stopped. All three must give the same total.
 */
final class QueryBenchmark implements Benchmark {
    /** A server that has just started compiles its code and reads all keys for its filter, which says nothing of queries. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "query";
    }

    @Override
    public void run(Workbench bench) throws IOException, InterruptedException {
        bench.fill();
        List<Question> questions = Questions.about(bench.now());
        List<Measured> overHttp = new ArrayList<>();
        long project;
        try (Server server = bench.serve(bench.mainData())) {
            project = server.project();
            for (Question question : questions) {
                overHttp.add(measure(bench, () -> total(server.query(question.query()))));
            }
        }
        try (DirectDuckDb duckDb = DirectDuckDb.open(bench.mainData())) {
            for (int i = 0; i < questions.size(); i++) {
                compare(bench, duckDb, questions.get(i), project, overHttp.get(i));
            }
        } catch (SQLException e) {
            throw new BenchException("DuckDB refused: " + e.getMessage());
        }
    }

    private void compare(Workbench bench, DirectDuckDb duckDb, Question question, long project, Measured http)
            throws IOException, InterruptedException {
        SeriesPlan plan = plan(bench, question, project);
        Measured direct = measure(bench, () -> duckDb.total(plan));
        Measured byHand = measure(bench, () -> duckDb.total(question.sql(), plan));
        if (http.total() != direct.total() || http.total() != byHand.total()) {
            throw new BenchException(question.name() + " has different answers: " + http.total() + " over HTTP, "
                    + direct.total() + " from the same SQL, " + byHand.total() + " from SQL by hand");
        }
        bench.report()
                .add(new Figure(name(), question.name() + ", over HTTP", http.millis(), "ms")
                        .beside("same SQL direct " + Figure.number(direct.millis()) + " ms, by hand "
                                + Figure.number(byHand.millis()) + " ms"));
        bench.report()
                .add(new Figure(name(), question.name() + ", HTTP / same SQL", http.millis() / direct.millis(), "times")
                        .target("1.2 times"));
    }

    private static SeriesPlan plan(Workbench bench, Question question, long project) {
        QueryScope scope =
                new QueryScope(new ProjectId(project), ZoneOffset.UTC, WeekStart.SUNDAY, bench.now(), List.of());
        TrendsQuery query = (TrendsQuery) Queries.parse(question.query());
        return TrendsResolver.resolve(query, scope, _ -> Optional.empty())
                .series()
                .getFirst();
    }

    private static double total(JsonNode results) {
        double total = 0;
        for (JsonNode result : results.values()) {
            for (JsonNode number : result.path("data").values()) {
                total += number.asDouble();
            }
        }
        return total;
    }

    private static Measured measure(Workbench bench, Run run) throws IOException, InterruptedException {
        long[] nanos = new long[bench.scale().queries()];
        double total;
        long warm = System.nanoTime() + WARM_UP.toNanos();
        do {
            total = run.total();
        } while (System.nanoTime() < warm);
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            total = run.total();
            nanos[i] = System.nanoTime() - start;
        }
        return new Measured(total, new Latencies(nanos).median());
    }

    private record Measured(double total, double millis) {}

    private interface Run {
        double total() throws IOException, InterruptedException;
    }
}
