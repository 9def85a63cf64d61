package dev.tessera.query.nodes;

import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.DateRangeRequest;
import dev.tessera.kernel.time.DateText;
import dev.tessera.kernel.time.Interval;
import java.util.Optional;

/** Reads date ranges and intervals (spec/queries-trends.md 3.1 and 3.2). */
final class DateRanges {
    private DateRanges() {}

    static Interval interval(Fields fields) {
        Optional<String> name = fields.text("interval");
        if (name.isEmpty()) {
            return Interval.DAY;
        }
        String path = fields.path("interval");
        if (name.get().equals("second")) {
            throw Refusals.notSupported("The interval \"second\" is not supported yet. Use minute.", path);
        }
        return Interval.named(name.get())
                .orElseThrow(() -> ProblemException.invalid(
                        "There is no interval " + Texts.quote(name.get()) + ". Use minute, hour, day, week or month.",
                        path));
    }

    static DateRangeRequest parse(Optional<Fields> dateRange, Interval interval, Display display) {
        boolean toTheSecond = display == Display.BOLD_NUMBER;
        // One total over the range is computed as if the interval were a day.
        Interval rounding = display.shape() == Display.Shape.TOTAL_VALUE ? Interval.DAY : interval;
        if (dateRange.isEmpty()) {
            DateText absent = new DateText.Absent();
            return new DateRangeRequest(absent, absent, false, rounding, toTheSecond);
        }
        Fields fields = dateRange.get();
        DateText from = date(fields, "date_from");
        DateText to = date(fields, "date_to");
        boolean explicit = fields.flag("explicitDate");
        fields.refuse("daysOfWeek", "excludeIncompletePeriods");
        fields.end();
        if (to instanceof DateText.All) {
            throw ProblemException.invalid(
                    "A range cannot end at \"all\". Leave out \"date_to\" to end it now.", fields.path("date_to"));
        }
        return new DateRangeRequest(from, to, explicit, rounding, toTheSecond);
    }

    private static DateText date(Fields fields, String name) {
        Optional<String> text = fields.text(name);
        if (text.isEmpty()) {
            return new DateText.Absent();
        }
        return DateText.parse(text.get())
                .orElseThrow(() -> ProblemException.invalid(
                        Texts.quote(text.get())
                                + " is not a date. Use a form like 2020-01-31, 2020-01-31T12:00:00Z, -7d or mStart.",
                        fields.path(name)));
    }
}
