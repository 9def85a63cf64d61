package dev.tessera.app.http;

import dev.tessera.kernel.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 document of a route table. */
public final class OpenApi {
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([a-z_]+)}");

    private static final String PAGES =
            "One page of a list. A page ends early when its items are large, so it can have fewer than its limit although"
                    + " more follow. To see all, follow \"next\" until it is null; adding up limits would skip items.";

    private OpenApi() {}

    /** The document that lists {@code operations} in their order. */
    public static ObjectNode of(List<Operation> operations, String version) {
        ObjectNode document = Json.object().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Tessera")
                .put("version", version)
                .put(
                        "description",
                        "Everything under /api/projects/ is also, with the same ids, under /api/environments/, which"
                                + " older clients use: x-aliases has these paths.");
        ObjectNode paths = document.putObject("paths");
        for (Operation operation : operations) {
            paths.withObjectProperty(operation.path())
                    .set(operation.method().name().toLowerCase(Locale.ROOT), entry(operation));
        }
        ObjectNode schemes = document.putObject("components").putObject("securitySchemes");
        schemes.putObject("personalApiKey").put("type", "http").put("scheme", "bearer");
        schemes.putObject("session")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "sessionid")
                .put(
                        "description",
                        "Made by /api/login/. Requests that change something also need the header X-CSRFToken,"
                                + " with the value of the cookie posthog_csrftoken.");
        return document;
    }

    private static ObjectNode entry(Operation operation) {
        ObjectNode entry =
                Json.object().put("operationId", OperationIds.of(operation)).put("summary", operation.summary());
        if (operation.isPaged()) {
            entry.put("description", PAGES);
        }
        ArrayNode parameters = entry.putArray("parameters");
        Matcher inPath = PATH_PARAMETER.matcher(operation.path());
        while (inPath.find()) {
            parameters
                    .addObject()
                    .put("name", inPath.group(1))
                    .put("in", "path")
                    .put("required", true)
                    .set("schema", Schema.string().json());
        }
        for (Parameter parameter : operation.parameters()) {
            parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("in", "query")
                    .put("description", parameter.description())
                    .set("schema", parameter.schema().json());
        }
        operation
                .body()
                .ifPresent(schema -> content(entry.putObject("requestBody").put("required", true), schema));
        ObjectNode responses = entry.putObject("responses");
        operation
                .responses()
                .forEach((status, schema) ->
                        content(responses.putObject(Integer.toString(status)).put("description", "Success"), schema));
        content(responses.putObject("default").put("description", "Error"), error(operation));
        security(entry, operation);
        if (!operation.aliases().isEmpty()) {
            ArrayNode aliases = entry.putArray("x-aliases");
            operation.aliases().forEach(aliases::add);
        }
        return entry;
    }

    private static void content(ObjectNode parent, Schema schema) {
        parent.putObject("content").putObject("application/json").set("schema", schema.json());
    }

    private static Schema error(Operation operation) {
        return switch (operation.authorization()) {
            case Authorization.ProjectToken _ -> Schema.string().described("A sentence, as plain text");
            case Authorization.Open _, Authorization.Scope _, Authorization.SessionOnly _ ->
                Schema.object()
                        .required("type", Schema.string())
                        .required("code", Schema.string())
                        .required("detail", Schema.string())
                        .required("attr", Schema.string().nullable());
        };
    }

    private static void security(ObjectNode entry, Operation operation) {
        switch (operation.authorization()) {
            case Authorization.Open _, Authorization.ProjectToken _ -> entry.putArray("security");
            case Authorization.Scope it -> {
                ArrayNode either = entry.putArray("security");
                either.addObject().putArray("personalApiKey").add(it.scope());
                either.addObject().putArray("session");
                entry.put("x-scope", it.scope());
            }
            case Authorization.SessionOnly _ ->
                entry.putArray("security").addObject().putArray("session");
        }
    }
}
