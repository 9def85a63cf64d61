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

    /** The names of the query parameters, each once, in their order. */
    List<String> queryNames();

    /** All values of a query parameter. */
    List<String> queryAll(String name);

    Optional<String> header(String name);

    /** The value of a cookie; empty when absent. */
    Optional<String> cookie(String name);

    /** The address of the peer, without port. */
    String peerAddress();

    /** The absolute URL at the public address of this server, without the query. */
    String url();

    /** The query as sent, without the question mark; empty when there is none. */
    String queryString();

    /**
     * The text {@code field} at the top of a JSON or form body, when it is there and the body is small: this is for a
     * caller who is not known yet. The body can be read afterwards.
     */
    Optional<String> bodyText(String field);

    /** The raw body; read once. */
    InputStream bodyStream();

    /**
     * The body as JSON (or a form as an object of texts); an empty body is an empty object. Read once and kept.
     *
     * @throws dev.tessera.kernel.problem.ProblemException when malformed, of another media type, larger than 20 MB, of
     *     more values than there can be memory for, or when there is no memory for it just now
     */
    JsonNode json();

    /**
     * Takes memory for a part of the answer, which is given back when the answer is written.
     *
     * @return false when there is not so much left
     */
    boolean tryReserve(long bytes);

    /**
     * Takes memory for what is read to answer, in place of what was taken for that before.
     *
     * @param tooLarge what to do when it is more than an answer can take
     * @throws dev.tessera.kernel.problem.ProblemException when it is, or more than there is just now
     */
    void reserve(long bytes, String tooLarge);

    /** The fields of the body, which must be an object. */
    Fields fields();
}
