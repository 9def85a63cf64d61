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
 */
public record Operation(
        HttpMethod method,
        String path,
        String summary,
        Authorization authorization,
        List<Parameter> parameters,
        Optional<Schema> body,
        Map<Integer, Schema> responses,
        Cost cost) {
    public Operation {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path starts with a slash: " + path);
        }
        parameters = List.copyOf(parameters);
        responses = new TreeMap<>(responses);
    }

    /** An operation without parameters, body or described response; the methods below add them. */
    public static Operation of(HttpMethod method, String path, String summary, Authorization authorization) {
        return new Operation(method, path, summary, authorization, List.of(), Optional.empty(), Map.of(), Cost.LOOKUP);
    }

    public Operation parameter(String name, Schema schema, String description) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter(name, schema, description));
        return new Operation(method, path, summary, authorization, more, body, responses, cost);
    }

    /** The two parameters of every paged list. */
    public Operation paged() {
        return parameter("limit", Schema.integer(), "Page size, 100 when absent.")
                .parameter("offset", Schema.integer(), "How many items to skip.");
    }

    public Operation body(Schema schema) {
        return new Operation(method, path, summary, authorization, parameters, Optional.of(schema), responses, cost);
    }

    public Operation response(int status, Schema schema) {
        Map<Integer, Schema> more = new TreeMap<>(responses);
        more.put(status, schema);
        return new Operation(method, path, summary, authorization, parameters, body, more, cost);
    }

    /** The same operation at another cost. */
    public Operation costing(Cost other) {
        return new Operation(method, path, summary, authorization, parameters, body, responses, other);
    }

    /**
     * The route that answers this operation with {@code handler}.
     *
     * @throws IllegalArgumentException when callers must be authorized: such a route is made by {@code access.Guard}
     */
    public Route by(Handler handler) {
        return switch (authorization) {
            case Authorization.Open _, Authorization.ProjectToken _ -> new Route(this, handler);
            case Authorization.Scope _, Authorization.SessionOnly _ ->
                throw new IllegalArgumentException("A route that is not for everybody has to be guarded: " + path);
        };
    }
}
