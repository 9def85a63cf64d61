package dev.tessera.app.http;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A request, whichever server received it. */
public interface Request {
    String method();

    /** The path as sent, without the query. */
    String path();

    /** The value in the place of {@code {name}} of the route's path, decoded. */
    String pathParameter(String name);

    /** The first value of a query parameter; empty when absent. */
    Optional<String> query(String name);

    /** All values of a query parameter. */
    List<String> queryAll(String name);

    Optional<String> header(String name);

    /** The address of the peer, without port. */
    String peerAddress();

    /** The URL as the client sent it, without the query. */
    String url();

    /** The query as sent, without the question mark; empty when there is none. */
    String queryString();

    /** The length of the body that the client announced; 0 when it sends none, a large number when it does not say. */
    long contentLength();

    /** The raw body; read once. */
    InputStream bodyStream();

    /**
     * The body as JSON (or a form as an object of texts); an empty body is an empty object. Read once and kept.
     *
     * @throws dev.tessera.kernel.problem.ProblemException when malformed, of another media type or over 20 MB
     */
    JsonNode json();

    /** The fields of the body, which must be an object. */
    Fields fields();
}
