package dev.tessera.app.query;

import dev.tessera.app.access.Project;
import dev.tessera.query.nodes.Queries;
import dev.tessera.query.nodes.Query;
import tools.jackson.databind.JsonNode;

/** A query that a project asks, and the name of its answer in the cache. */
record Question(Project project, Query query, String cacheKey) {
    /**
     * The question that {@code json} asks.
     *
     * @throws dev.tessera.kernel.problem.ProblemException when it is no query that can be answered
     */
    static Question of(Project project, JsonNode json) {
        Query query = Queries.parse(json);
        return new Question(project, query, CacheKey.of(project, query));
    }
}
