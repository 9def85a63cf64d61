package dev.tessera.query.resolve;

import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Buckets;
import dev.tessera.kernel.time.DateRange;
import dev.tessera.kernel.time.DateRangeRequest;
import dev.tessera.kernel.time.Interval;
import dev.tessera.kernel.time.ZoneOffsets;
import dev.tessera.query.QueryScope;
import dev.tessera.query.nodes.BreakdownFilter;
import dev.tessera.query.nodes.Display;
import dev.tessera.query.nodes.SeriesMath;
import dev.tessera.query.nodes.SeriesNode;
import dev.tessera.query.nodes.TrendsQuery;
import dev.tessera.query.plan.Aggregation;
import dev.tessera.query.plan.Breakdown;
import dev.tessera.query.plan.Condition;
import dev.tessera.query.plan.EarliestPlan;
import dev.tessera.query.plan.Grouping;
import dev.tessera.query.plan.SeriesPlan;
import dev.tessera.query.plan.TimeBounds;
import dev.tessera.query.plan.ValueExpression;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settles trends queries (spec/queries-trends.md 3 to 6). */
public final class TrendsResolver {
    /** The most points on a time axis: {@code -7d} in minutes, more than a year of hours, 27 years of days. */
    static final long MAX_BUCKETS = 11_520;

    /** The most numbers that a result may have; each takes about 200 bytes on its way from the store to the client. */
    static final long MAX_NUMBERS = 100_000;

    /** The most {@link FilterWeight} that one series may have: 16 MB. As many series as an engine has readers run at once. */
    static final long MAX_WEIGHT = 800;

    private static final int MIN_YEAR = 1900;
    private static final int MAX_YEAR = 2200;
    private static final int WORLD_MAP_LIMIT = 250;
    private static final String DATE_RANGE = "query__dateRange";

    /** Older timestamps come from broken clocks (spec/queries-trends.md 3.2). */
    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");

    private TrendsResolver() {}

    /**
     * The plan of {@code query}.
     *
     * @param earliest asked only by queries whose range starts at {@code all}
     * @throws ProblemException when the range or a filter cannot be used
     */
    public static TrendsPlan resolve(TrendsQuery query, QueryScope scope, EarliestEvent earliest) {
        DateRange range = range(query, scope, earliest);
        check(range);
        TrendsPlan.Axis axis = axis(query, scope, range);
        Grouping grouping = grouping(axis, range);
        Breakdown breakdown = breakdown(query);
        List<SeriesPlan> plans = new ArrayList<>();
        for (SeriesNode series : query.series()) {
            Condition condition = condition(series, query, scope);
            checkWeight(condition);
            plans.add(new SeriesPlan(
                    scope.project(),
                    new TimeBounds(range.lower(), range.upper()),
                    condition,
                    aggregation(series.math()),
                    grouping,
                    breakdown));
        }
        TrendsPlan plan = new TrendsPlan(query, range, axis, plans);
        checkSize(plan);
        return plan;
    }

    private static DateRange range(TrendsQuery query, QueryScope scope, EarliestEvent earliest) {
        DateRangeRequest request = query.dateRange();
        ZonedDateTime now = scope.zonedNow();
        if (!request.startsAtEarliestEvent() || query.series().isEmpty()) {
            return request.resolve(now);
        }
        List<Condition> ofSeries = query.series().stream().map(Conditions::of).toList();
        Optional<Instant> first = earliest.find(new EarliestPlan(scope.project(), EARLIEST, Condition.any(ofSeries)));
        return first.isPresent() ? request.resolve(now, first.get()) : request.resolve(now);
    }

    private static void check(DateRange range) {
        if (range.from().getYear() < MIN_YEAR || range.to().getYear() > MAX_YEAR) {
            throw ProblemException.invalid(
                    "The date range leaves the years " + MIN_YEAR + " to " + MAX_YEAR + ". Choose dates inside them.",
                    DATE_RANGE);
        }
        if (range.isBackwards()) {
            throw ProblemException.invalid(
                    "The date range starts after it ends. Choose a \"date_from\" before \"date_to\".", DATE_RANGE);
        }
    }

    private static TrendsPlan.Axis axis(TrendsQuery query, QueryScope scope, DateRange range) {
        return switch (query.display().shape()) {
            case TIME_SERIES -> new TrendsPlan.Axis.Time(new Buckets(range, query.interval(), scope.weekStart()));
            case TOTAL_VALUE -> new TrendsPlan.Axis.Total();
        };
    }

    private static Grouping grouping(TrendsPlan.Axis axis, DateRange range) {
        return switch (axis) {
            case TrendsPlan.Axis.Total it -> new Grouping.Whole();
            case TrendsPlan.Axis.Time it -> grouping(it.buckets(), range);
        };
    }

    private static Grouping grouping(Buckets buckets, DateRange range) {
        long count = buckets.count();
        if (count > MAX_BUCKETS) {
            throw ProblemException.invalid(
                    "This range has " + count + " intervals of one "
                            + buckets.interval().wireName() + ", more than " + MAX_BUCKETS
                            + ". Choose a larger interval or a shorter range.",
                    "query__interval");
        }
        Interval interval = buckets.interval();
        ZoneOffsets offsets = interval.isElapsedTime()
                ? ZoneOffsets.utc()
                : ZoneOffsets.between(buckets.zone(), range.lower(), range.upper());
        return interval == Interval.MONTH
                ? new Grouping.Months(offsets, buckets.firstDate().getLong(ChronoField.PROLEPTIC_MONTH), count)
                : new Grouping.Steps(offsets, buckets.originMicros(), buckets.stepMicros(), count);
    }

    private static Breakdown breakdown(TrendsQuery query) {
        return switch (query.breakdown()) {
            case BreakdownFilter.None it -> Breakdown.none();
            case BreakdownFilter.ByEventProperties it ->
                new Breakdown(
                        it.properties().stream().map(TrendsResolver::value).toList(),
                        query.display() == Display.WORLD_MAP ? WORLD_MAP_LIMIT : it.limit());
        };
    }

    private static ValueExpression value(BreakdownFilter.Property property) {
        ValueExpression value = new ValueExpression.EventProperty(property.key());
        return property.normalizeUrl() ? new ValueExpression.TrimmedUrl(value) : value;
    }

    private static void checkSize(TrendsPlan plan) {
        if (plan.maxNumbers() > MAX_NUMBERS) {
            throw ProblemException.invalid(
                    "This query could have " + plan.maxNumbers() + " numbers in its result, more than " + MAX_NUMBERS
                            + ". Choose a larger interval, a shorter range or a smaller \"breakdown_limit\".",
                    "query");
        }
    }

    private static void checkWeight(Condition condition) {
        long weight = FilterWeight.of(condition);
        if (weight > MAX_WEIGHT) {
            throw ProblemException.invalid(
                    "The filters of one series, with those of its query and of test accounts, can have a weight of "
                            + MAX_WEIGHT + ", and here they have " + weight + ": each filter counts 3, each value of"
                            + " icontains 1, and 4,096 characters of values 1. Use fewer filters or values.",
                    "query");
        }
    }

    private static Condition condition(SeriesNode series, TrendsQuery query, QueryScope scope) {
        List<Condition> parts = new ArrayList<>();
        parts.add(Conditions.of(series));
        parts.add(Conditions.of(series.filter()));
        parts.add(Conditions.of(query.filter()));
        if (query.filterTestAccounts()) {
            scope.testAccountFilters().forEach(it -> parts.add(Conditions.of(it)));
        }
        return Condition.all(parts);
    }

    private static Aggregation aggregation(SeriesMath math) {
        return switch (math) {
            case TOTAL -> new Aggregation.CountEvents();
            case DAU -> new Aggregation.CountPersons();
        };
    }
}
