package dev.tessera.app.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the route table says of a route: its method, path, authorization, parameters and schemas.
 *
 * @param path a template such as {@code /api/projects/{project_id}/insights/{id}/}, with its trailing slash
 * @param responses schema by success status
 * @param cost what it takes; most are a {@link Cost#LOOKUP}
 * @param anySite whether pages of any site may call it and read the answer; it must not look at cookies then
 */
public record Operation(
        HttpMethod method,
        String path,
        String summary,
        Authorization authorization,
        List<Parameter> parameters,
        Optional<Schema> body,
        Map<Integer, Schema> responses,
        Cost cost,
        boolean anySite) {
    private static final String PROJECTS = "/api/projects/";
    private static final String ENVIRONMENTS = "/api/environments/";
    private static final String LIMIT = "limit";

    public Operation {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path starts with a slash: " + path);
        }
        if (anySite && !isForEverybody(authorization)) {
            throw new IllegalArgumentException("Pages of other sites must not act for who is signed in: " + path);
        }
        parameters = List.copyOf(parameters);
        responses = new TreeMap<>(responses);
    }

    /** An operation without parameters, body or described response; the methods below add them. */
    public static Operation of(HttpMethod method, String path, String summary, Authorization authorization) {
        return new Operation(
                method, path, summary, authorization, List.of(), Optional.empty(), Map.of(), Cost.LOOKUP, false);
    }

    public Operation parameter(String name, Schema schema, String description) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter(name, schema, description));
        return new Operation(method, path, summary, authorization, more, body, responses, cost, anySite);
    }

    /** The two parameters of every paged list. */
    public Operation paged() {
        return parameter(LIMIT, Schema.integer(), "Most items on a page, 100 when absent.")
                .parameter("offset", Schema.integer(), "How many items to skip.");
    }

    /** Whether it lists something page by page. */
    boolean isPaged() {
        return parameters.stream().anyMatch(it -> it.name().equals(LIMIT));
    }

    /** Other paths of the same operation: an environment is its project (spec/dashboards.md 1.1). */
    List<String> aliases() {
        return path.startsWith(PROJECTS) ? List.of(ENVIRONMENTS + path.substring(PROJECTS.length())) : List.of();
    }

    public Operation body(Schema schema) {
        return new Operation(
                method, path, summary, authorization, parameters, Optional.of(schema), responses, cost, anySite);
    }

    public Operation response(int status, Schema schema) {
        Map<Integer, Schema> more = new TreeMap<>(responses);
        more.put(status, schema);
        return new Operation(method, path, summary, authorization, parameters, body, more, cost, anySite);
    }

    /** The same operation at another cost. */
    public Operation costing(Cost other) {
        return new Operation(method, path, summary, authorization, parameters, body, responses, other, anySite);
    }

    /** The same operation, for pages of any site. */
    public Operation forAnySite() {
        return new Operation(method, path, summary, authorization, parameters, body, responses, cost, true);
    }

    /**
     * The route that answers this operation with {@code handler}.
     *
     * @throws IllegalArgumentException when callers must be authorized: such a route is made by {@code access.Guard}
     */
    public Route by(Handler handler) {
        if (!isForEverybody(authorization)) {
            throw new IllegalArgumentException("A route that is not for everybody has to be guarded: " + path);
        }
        return new Route(this, handler);
    }

    private static boolean isForEverybody(Authorization authorization) {
        return switch (authorization) {
            case Authorization.Open _, Authorization.ProjectToken _ -> true;
            case Authorization.Scope _, Authorization.SessionOnly _ -> false;
        };
    }
}
