package dev.tessera.app.http;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Limit and offset paging on the wire (spec/dashboards.md 1.5). */
public final class Paging {
    private static final Pattern PAGE_PARAMETER = Pattern.compile("(^|&)(limit|offset)=[^&]*");

    private Paging() {}

    /** The page that the request asks for. */
    public static PageRequest of(Request request) {
        return PageRequest.of(
                request.query("limit").orElse(""), request.query("offset").orElse(""));
    }

    /** The envelope of {@code page}: count, absolute links to its neighbours that keep the other parameters, results. */
    public static <T> Response answer(
            Request request, PageRequest asked, Page<T> page, Function<? super T, ? extends JsonNode> json) {
        // A page ends early when what is on it is large.
        int shown = page.items().isEmpty() ? asked.limit() : page.items().size();
        int next = (int) Math.min(Integer.MAX_VALUE, (long) asked.offset() + shown);
        ObjectNode body = Json.object().put("count", page.count());
        body.put("next", next < page.count() ? link(request, asked.limit(), next) : null);
        body.put(
                "previous",
                asked.offset() > 0 ? link(request, asked.limit(), Math.max(0, asked.offset() - asked.limit())) : null);
        ArrayNode results = body.putArray("results");
        page.items().forEach(item -> results.add(json.apply(item)));
        return Response.ok(body);
    }

    private static String link(Request request, int limit, int offset) {
        String others = PAGE_PARAMETER.matcher(request.queryString()).replaceAll("");
        String kept = others.startsWith("&") ? others.substring(1) : others;
        return request.url() + "?" + (kept.isEmpty() ? "" : kept + "&") + "limit=" + limit
                + (offset == 0 ? "" : "&offset=" + offset);
    }
}
