package dev.tessera.app.query;

import static dev.tessera.app.query.Samples.project;
import static dev.tessera.app.query.Samples.trends;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.kernel.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FreshnessTest {
    private static final String NOON = "2026-03-10T12:00:00Z";

    private final SettableClock clock = new SettableClock(NOON);
    private final Answers answers = new Answers(new FakeEventStore(), _ -> true, clock, Samples.noLimits());

    @ParameterizedTest
    @CsvSource({"minute,PT5M", "hour,PT1H", "day,PT6H", "week,PT24H", "month,PT24H"})
    void aResultStaysFreshForATimeThatGoesWithTheInterval(String interval, Duration age) throws Exception {
        JsonNode query = trends("'interval': '" + interval + "', 'dateRange': {'date_from': '-1d'}");
        assertThat(answer(query).targetAge()).contains(clock.now().plus(age));
        clock.advance(age);
        assertThat(answer(query).cached()).isTrue();
        clock.advance(Duration.ofNanos(1_000));
        assertThat(answer(query).cached()).isFalse();
    }

    @Test
    void behaviour16aClosedRangeStaysFreshForEver() throws Exception {
        JsonNode query = trends("'dateRange': {'date_from': '2026-03-01', 'date_to': '2026-03-09'}");
        assertThat(answer(query).targetAge()).isEmpty();
        clock.set("2036-03-10T12:00:00Z");
        Answer.Result later = answer(query);
        assertThat(later.cached()).isTrue();
        assertThat(later.targetAge()).isEmpty();
    }

    @Test
    void aRangeIsClosedWhenItEndedTenSecondsBeforeTheRefresh() throws Exception {
        String until = "'dateRange': {'explicitDate': true, 'date_from': '2026-03-01', 'date_to': '2026-03-10 ";
        assertThat(answer(trends(until + "11:59:49.999999'}")).targetAge()).isEmpty();
        assertThat(answer(trends(until + "11:59:50'}")).targetAge()).isPresent();
    }

    @Test
    void yesterdayIsClosedUntilTomorrow() throws Exception {
        JsonNode yesterday = trends("'dateRange': {'date_from': '-1dStart', 'date_to': '-1dEnd'}");
        assertThat(answer(yesterday).targetAge()).isEmpty();
        clock.set("2026-03-10T23:59:59Z");
        assertThat(answer(yesterday).cached()).isTrue();
        clock.set("2026-03-11T00:00:00Z");
        assertThat(answer(yesterday).cached()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "day,-7d,PT15M",
        "day,-6d,PT3M",
        "week,-30d,PT15M",
        "hour,-30d,PT3M",
        "month,-60d,PT15M",
        "minute,-7d,PT15M",
        "minute,-1d,PT3M",
    })
    void clientsMayAskAgainSoonerForShortRangesAndHours(String interval, String from, Duration distance)
            throws Exception {
        JsonNode query = trends("'interval': '" + interval + "', 'dateRange': {'date_from': '" + from + "'}");
        assertThat(answer(query).nextRefresh()).isEqualTo(Instant.parse(NOON).plus(distance));
    }

    @Test
    void aWeekWithALongDayIsAShortRange() throws Exception {
        clock.set("2026-10-30T12:00:00Z");
        JsonNode week = trends("'dateRange': {'date_from': '2026-10-22', 'date_to': '2026-10-28'}");
        Answer answer =
                answers.answer(Samples.project(1, "Europe/Berlin", OptionalInt.empty(), "[]"), week, Refresh.BLOCKING);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Result.class,
                        it -> assertThat(it.nextRefresh()).isEqualTo(clock.now().plus(Duration.ofMinutes(3))));
    }

    private Answer.Result answer(JsonNode query) throws InterruptedException {
        return switch (answers.answer(project(), query, Refresh.BLOCKING)) {
            case Answer.Result it -> it;
            case Answer.Missing it -> throw new AssertionError("Nothing there: " + it);
        };
    }
}
