package dev.tessera.query.reference;

import dev.tessera.kernel.id.PersonId;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.property.Choices;
import dev.tessera.kernel.time.WeekStart;
import dev.tessera.query.QueryScope;
import dev.tessera.query.nodes.PropertyFilters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Makes random trends queries together with events that they are likely to be about. */
public final class TrendsCases {
    private static final ProjectId OURS = new ProjectId(7);
    private static final ProjectId OTHERS = new ProjectId(8);

    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "Asia/Kolkata",
            "America/Sao_Paulo",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "America/St_Johns");

    private static final List<String> EVENTS = List.of("view", "buy", "it's \"odd\" % ? ü");
    private static final List<String> KEYS = List.of("plan", "url", "a/b~c.d", "$n", "üñï key", "");

    /** Property values as JSON, with what is easily confused: cases, wildcards, look-alikes of other types. */
    private static final List<String> VALUES = List.of(
            "\"pro\"",
            "\"Pro\"",
            "\"\"",
            "null",
            "10",
            "\"10\"",
            "15.5",
            "1.550e1",
            "10.0",
            "1E+1",
            "\"10.0\"",
            "1e20",
            "100000000000000000000.0",
            "1E21",
            "0.0000001",
            "123456789012345678.125",
            "1e400",
            "-0.0",
            "true",
            "\"true\"",
            "\"50%_off\"",
            "\"50x off\"",
            "\"https://a.b/?\"",
            "\"https://a.b\"",
            "\"/\"",
            "[1,\"x\"]",
            "{\"k\":1}",
            "\"ÉCLAIR \\\"q\\\" \\\\ ' ?\"",
            "\"éclair\"",
            "\"\uD83D\uDE00\"",
            "\"\uFB01\"",
            "\"$$_posthog_breakdown_null_$$\"",
            "123456789012345678901234567890",
            "-3",
            "\"line\\nbreak\"");

    /** Texts that an event's row has no room for; something stands where the first two are cut into pieces. */
    private static final List<String> LONG_TEXTS = List.of(
            "x".repeat(1_994) + "Needle ÉCLAIR" + "y".repeat(2_000),
            "x".repeat(1_994) + "Needle ÉCLAIR" + "y".repeat(1_999) + "z",
            "ü".repeat(1_000),
            "ü".repeat(1_000) + "!",
            "https://a.b/" + "p".repeat(2_100) + "/?",
            "[" + "\"x\",".repeat(700) + "1]",
            "pro ".repeat(300));

    private static final List<String> PIECES = List.of(
            "needle éclair",
            "x%needle%z",
            "X_".repeat(150) + "x",
            "y".repeat(1_999),
            "p/?",
            "\"x\",1]",
            "https://a.b/" + "p".repeat(2_100));

    private static final List<String> TEXTS = List.of(
            "pro",
            "P",
            "",
            "10",
            "true",
            "50%_off",
            "50_",
            "\\",
            "éclair",
            "%",
            "[1,\"x\"]",
            "15.5",
            "10.0",
            "1.55e1",
            "1E20",
            "01",
            "'",
            "\uD83D\uDE00");

    /** Numbers that filters compare with, written otherwise than those of events. */
    private static final List<String> NUMBERS = List.of(
            "10",
            "10.00",
            "0.1e2",
            "15.50",
            "-3.0",
            "0",
            "10e19",
            "1000000000000000000000",
            "1e-7",
            "123456789012345678.1250",
            "10e399",
            "123456789012345678901234567890.0");

    private final Choices choices;
    private final ZoneId zone;
    private final Instant now;

    private TrendsCases(Choices choices) {
        this.choices = choices;
        this.zone = ZoneId.of(choices.of(ZONES));
        this.now = now();
    }

    /** A generator for {@link dev.tessera.kernel.property.Property}. */
    public static TrendsCase any(Choices choices) {
        return new TrendsCases(choices).make();
    }

    private TrendsCase make() {
        ObjectNode query = query();
        QueryScope scope = new QueryScope(
                OURS,
                zone,
                choices.of(WeekStart.SUNDAY, WeekStart.MONDAY),
                now,
                PropertyFilters.testAccounts(filters(2)));
        return new TrendsCase(query, scope, choices.list(60, it -> event()));
    }

    /** Shortly after the clock changes, or would if it did. */
    private Instant now() {
        Instant year =
                LocalDate.of(2008 + choices.below(12), 1, 1).atStartOfDay(zone).toInstant();
        ZoneOffsetTransition transition = zone.getRules().nextTransition(year);
        Instant anchor = transition == null ? year : transition.getInstant();
        return anchor.plusSeconds(choices.below(6 * 86_400)).plus(choices.below(1_000_000), ChronoUnit.MICROS);
    }

    private ObjectNode query() {
        ObjectNode query = Json.object().put("kind", "TrendsQuery");
        String interval = choices.of("day", "hour", "week", "month", "minute");
        query.put("interval", interval);
        query.set("dateRange", dateRange(interval.equals("minute")));
        ArrayNode series = query.putArray("series");
        for (int i = choices.between(1, 2); i > 0; i--) {
            series.add(seriesNode());
        }
        if (choices.oneIn(2)) {
            query.set("properties", filters(3));
        }
        if (choices.oneIn(4)) {
            query.put("filterTestAccounts", true);
        }
        if (choices.oneIn(2)) {
            query.set("breakdownFilter", breakdown());
        }
        String display = choices.of("ActionsLineGraph", "ActionsLineGraph", "BoldNumber", "ActionsTable", "WorldMap");
        query.putObject("trendsFilter").put("display", display);
        return query;
    }

    private ObjectNode dateRange(boolean isShort) {
        ObjectNode range = Json.object();
        if (isShort) {
            return range.put("date_from", choices.of("-90M", "-2h", "-3000s"));
        }
        range.put(
                "date_from",
                choices.of("-7d", "-24h", "-3d", "dStart", "mStart", "-1mStart", "-2w", "all", absolute(9)));
        if (choices.oneIn(4)) {
            range.put("date_to", choices.of("dEnd", "hEnd", absolute(0)));
        }
        if (choices.oneIn(6)) {
            range.put("explicitDate", true);
        }
        return range;
    }

    private String absolute(int daysBack) {
        String text = now.minus(daysBack, ChronoUnit.DAYS)
                .atZone(zone)
                .toLocalDateTime()
                .withNano(0)
                .toString();
        return choices.oneIn(2) ? text.substring(0, 10) : text;
    }

    private ObjectNode seriesNode() {
        ObjectNode series = Json.object().put("kind", "EventsNode");
        if (choices.oneIn(4)) {
            series.putNull("event");
        } else {
            series.put("event", choices.of(EVENTS));
        }
        if (choices.oneIn(2)) {
            series.put("math", choices.of("total", "dau"));
        }
        if (choices.oneIn(3)) {
            series.set("properties", filters(2));
        }
        return series;
    }

    private ArrayNode filters(int max) {
        ArrayNode filters = Json.array();
        choices.list(max, it -> filter(2)).forEach(filters::add);
        return filters;
    }

    private ObjectNode filter(int depth) {
        ObjectNode filter = Json.object();
        if (depth > 0 && choices.oneIn(4)) {
            ArrayNode values = filter.put("type", choices.of("AND", "OR")).putArray("values");
            choices.list(3, it -> filter(depth - 1)).forEach(values::add);
            return filter;
        }
        filter.put("type", "event").put("key", choices.of(KEYS));
        filter.put("operator", choices.of("exact", "is_not", "icontains"));
        if (choices.oneIn(2)) {
            ArrayNode values = filter.putArray("value");
            choices.list(3, it -> filterValue()).forEach(values::add);
        } else {
            filter.set("value", filterValue());
        }
        return filter;
    }

    private JsonNode filterValue() {
        if (choices.oneIn(8)) {
            return StringNode.valueOf(choices.of(choices.oneIn(2) ? LONG_TEXTS : PIECES));
        }
        return choices.oneIn(3) ? Json.parse(choices.of(NUMBERS)) : StringNode.valueOf(choices.of(TEXTS));
    }

    private ObjectNode breakdown() {
        ObjectNode breakdown = Json.object();
        String key = choices.of(KEYS);
        boolean normalizeUrl = choices.oneIn(3);
        if (choices.oneIn(2)) {
            breakdown.putArray("breakdowns").addObject().put("property", key).put("normalize_url", normalizeUrl);
        } else {
            breakdown.put("breakdown", key).put("breakdown_normalize_url", normalizeUrl);
        }
        if (choices.oneIn(2)) {
            breakdown.put("breakdown_limit", choices.between(1, 3));
        }
        return breakdown.put("breakdown_hide_other_aggregation", choices.oneIn(4));
    }

    /** Properties are as capture stores them: numbers have one text. */
    private PlainEvent event() {
        StringBuilder properties = new StringBuilder("{");
        for (String key : KEYS) {
            if (choices.oneIn(2)) {
                properties
                        .append(properties.length() > 1 ? "," : "")
                        .append('"')
                        .append(key)
                        .append("\":");
                properties.append(choices.oneIn(12) ? longValue() : choices.of(VALUES));
            }
        }
        return new PlainEvent(
                choices.oneIn(10) ? OTHERS : OURS,
                choices.of(EVENTS),
                new PersonId(1 + choices.below(4)),
                timestamp(),
                Json.write(Json.parse(properties.append('}').toString())));
    }

    private String longValue() {
        String text = choices.of(LONG_TEXTS);
        return text.startsWith("[") && choices.oneIn(2) ? text : Json.write(StringNode.valueOf(text));
    }

    /** Mostly within ten days before now; exactly on the microsecond before a full hour now and then. */
    private Instant timestamp() {
        Instant near = now.minusSeconds(choices.below(choices.of(7_200, 86_400, 10 * 86_400, 60 * 86_400)))
                .plusSeconds(choices.oneIn(5) ? 86_400 : 0);
        if (choices.oneIn(3)) {
            Instant hour = near.truncatedTo(ChronoUnit.HOURS);
            return choices.oneIn(2) ? hour.minus(1, ChronoUnit.MICROS) : hour;
        }
        return near;
    }
}
