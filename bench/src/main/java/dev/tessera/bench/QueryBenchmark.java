package dev.tessera.bench;

import dev.tessera.bench.Questions.Question;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
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
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the server adds to a query: over HTTP, beside the same SQL, and SQL written by hand, sent straight to the engine in
 * this process. The three take turns, so that whatever else the machine does meets them alike, and must give the same
 * total.
 */
final class QueryBenchmark implements Benchmark {
    /**
     * A server that has just started compiles its code and reads all keys for its filter, which says nothing of queries.
     * Its code takes some thousand answers, which only a cheap question gives in that time.
     */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "query";
    }

    @Override
    public void run(Workbench bench) throws IOException, InterruptedException {
        bench.fill();
        try (DirectDuckDb duckDb =
                        DirectDuckDb.openCopy(bench.mainData(), bench.folder().resolve("copy.duckdb"));
                Server server = bench.serve(bench.mainData());
                Connection http = new Connection(server.port())) {
            long project = server.project();
            byte[] cheap = Server.computedNow(Json.parse(Questions.CHEAP));
            new Contestant("warming up", 0, () -> total(http.ask(Server.KEY, cheap))).warmUp();
            for (Question question : Questions.about(bench.now())) {
                compare(bench, duckDb, http, question, project);
            }
        } catch (SQLException e) {
            throw new BenchException("DuckDB refused: " + e.getMessage());
        }
    }

    private void compare(Workbench bench, DirectDuckDb duckDb, Connection http, Question question, long project)
            throws IOException, InterruptedException {
        SeriesPlan plan = plan(bench, question, project);
        byte[] query = Server.computedNow(question.query());
        int turns = bench.scale().queries();
        Contestant overHttp = new Contestant("over HTTP", turns, () -> total(http.ask(Server.KEY, query)));
        Contestant direct = new Contestant("from the same SQL", turns, () -> duckDb.total(plan));
        Contestant byHand = new Contestant("from SQL by hand", turns, () -> duckDb.total(question.sql(), plan));
        List<Contestant> all = List.of(overHttp, direct, byHand);
        for (Contestant contestant : all) {
            contestant.warmUp();
        }
        for (int turn = 0; turn < turns; turn++) {
            for (Contestant contestant : all) {
                contestant.measure(turn);
            }
        }
        direct.mustAgreeWith(overHttp, question);
        byHand.mustAgreeWith(overHttp, question);
        bench.report()
                .add(new Figure(name(), question.name() + ", over HTTP", overHttp.median(), "ms")
                        .beside("same SQL direct " + Figure.number(direct.median()) + " ms, by hand "
                                + Figure.number(byHand.median()) + " ms"));
        double times = overHttp.median() / direct.median();
        bench.report()
                .add(new Figure(name(), question.name() + ", HTTP / same SQL", times, "times").target("1.2 times"));
    }

    private static SeriesPlan plan(Workbench bench, Question question, long project) {
        QueryScope scope =
                new QueryScope(new ProjectId(project), ZoneOffset.UTC, WeekStart.SUNDAY, bench.now(), List.of());
        TrendsQuery query = (TrendsQuery) Queries.parse(question.query());
        return TrendsResolver.resolve(query, scope, _ -> Optional.empty())
                .series()
                .getFirst();
    }

    private static double total(byte[] answer) {
        double total = 0;
        for (JsonNode result : Json.parse(answer).path("results").values()) {
            for (JsonNode number : result.path("data").values()) {
                total += number.asDouble();
            }
        }
        return total;
    }

    /** One of the ways to ask, and how long each turn of it took. */
    private static final class Contestant {
        private final String way;
        private final long[] nanos;
        private final Run run;
        private double total;

        Contestant(String way, int turns, Run run) {
            this.way = way;
            this.nanos = new long[turns];
            this.run = run;
        }

        void warmUp() throws IOException, InterruptedException {
            long warm = System.nanoTime() + WARM_UP.toNanos();
            do {
                total = run.total();
            } while (System.nanoTime() < warm);
        }

        void measure(int turn) throws IOException, InterruptedException {
            long start = System.nanoTime();
            total = run.total();
            nanos[turn] = System.nanoTime() - start;
        }

        double median() {
            return new Latencies(nanos).median();
        }

        void mustAgreeWith(Contestant other, Question question) {
            if (total != other.total) {
                throw new BenchException(question.name() + " has different answers: " + total + " " + way + ", "
                        + other.total + " " + other.way);
            }
        }
    }

    private interface Run {
        double total() throws IOException, InterruptedException;
    }
}
