package dev.tessera.app.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names of operations in programs that are made from the OpenAPI document. They are PostHog's where it has the same
 * operation, and follow from method and path alone: whoever has such a program counts on them.
 */
final class OperationIds {
    private static final String IN_PROJECT = "/api/projects/{project_id}/";
    private static final String API = "/api/";
    private static final Pattern SIGNS = Pattern.compile("[^A-Za-z0-9]+");

    private OperationIds() {}

    /** The name of {@code operation}, such as {@code dashboards_partial_update}. */
    static String of(Operation operation) {
        List<String> words = new ArrayList<>();
        // Of two parameters in a row the first is a word: there may be the same path with the second alone.
        String[] parts = meaningful(operation.path()).split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean isBeforeAnother = i + 1 < parts.length && isParameter(parts[i + 1]);
            if (!isParameter(parts[i]) || isBeforeAnother) {
                words.addAll(SIGNS.splitAsStream(parts[i])
                        .filter(it -> !it.isEmpty())
                        .toList());
            }
        }
        words.add(verb(operation));
        return String.join("_", words);
    }

    private static boolean isParameter(String part) {
        return part.startsWith("{");
    }

    /** What says more than that a path is of the API, or within a project. */
    private static String meaningful(String path) {
        boolean isWithin = path.startsWith(IN_PROJECT) && path.length() > IN_PROJECT.length();
        String prefix = isWithin ? IN_PROJECT : API;
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }

    private static String verb(Operation operation) {
        return switch (operation.method()) {
            case GET -> operation.isPaged() ? "list" : "retrieve";
            case POST -> "create";
            case PUT -> "update";
            case PATCH -> "partial_update";
            case DELETE -> "destroy";
            case OPTIONS -> "options";
        };
    }
}
