package dev.tessera.app.http;

import dev.tessera.kernel.json.Json;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import io.javalin.http.Context;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A request that Javalin received. Closing it gives back the memory of its body and its answer. */
final class JavalinRequest implements Request, AutoCloseable {
    private final Context context;
    private final InputStream stream;
    private final String site;
    private final ApiBody body;
    private final BodyBudget answers;
    private final BodyBudget.Share stored;
    private final BodyBudget.Share answer;
    private @Nullable JsonNode json;
    private boolean raw;

    /**
     * The request of {@code context}.
     *
     * @param site public address of this server; empty for the one that the client used
     * @param strangers for looking into its body before it is known who sends it
     * @param readers for reading its body
     * @param pace how fast its body has to come
     */
    JavalinRequest(Context context, String site, Allowance strangers, Allowance readers, BodyPace pace) {
        this.context = context;
        this.site = site(context, site);
        this.stream = pace.of(context.bodyInputStream());
        this.body = new ApiBody(stream, announced(context), strangers, readers);
        this.answers = readers.budget();
        this.stored = answers.open();
        this.answer = answers.open();
    }

    @Override
    public String method() {
        return context.method().name();
    }

    @Override
    public String path() {
        return context.path();
    }

    @Override
    public String pathParameter(String name) {
        return context.pathParam(name);
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name));
    }

    @Override
    public List<String> queryNames() {
        return List.copyOf(context.queryParamMap().keySet());
    }

    @Override
    public List<String> queryAll(String name) {
        return context.queryParams(name);
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    @Override
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(context.cookie(name));
    }

    @Override
    public String peerAddress() {
        return context.ip();
    }

    @Override
    public String url() {
        return site + context.path();
    }

    /** The public address of this server, without a slash at its end. */
    String site() {
        return site;
    }

    /** {@code configured}, or where the client found this server when that is empty. */
    static String site(Context context, String configured) {
        if (!configured.isEmpty()) {
            return configured;
        }
        String url = context.url();
        return url.substring(0, url.length() - context.path().length());
    }

    @Override
    public String queryString() {
        return Optional.ofNullable(context.queryString()).orElse("");
    }

    @Override
    public InputStream bodyStream() {
        raw = true;
        return stream;
    }

    @Override
    public Optional<String> bodyText(String field) {
        return body.peek().flatMap(it -> switch (mediaType()) {
            case JSON -> JsonBody.text(it, field);
            case FORM -> FormBody.text(it, field);
            case OTHER -> Optional.empty();
        });
    }

    @Override
    public JsonNode json() {
        JsonNode known = json;
        if (known == null) {
            known = readJson();
            json = known;
        }
        return known;
    }

    @Override
    public boolean tryReserve(long bytes) {
        return bytes <= answers.bytes() && answer.tryTake(bytes);
    }

    @Override
    public void reserve(long bytes, String tooLarge) {
        if (bytes > answers.bytes() / 2) {
            throw new ProblemException(new Problem.Invalid("answer_too_large", tooLarge, ""));
        }
        if (!stored.tryHoldInAll(bytes)) {
            throw new ProblemException(new Problem.Unavailable(
                    "overloaded", "Too many large answers are being made just now. Please try again in a moment.", 1));
        }
    }

    @Override
    public Fields fields() {
        return Fields.of(json(), "");
    }

    private JsonNode readJson() {
        requirePlain();
        int size = body.readAll();
        if (size == 0) {
            return Json.object();
        }
        return switch (mediaType()) {
            case JSON -> JsonBody.parse(body);
            case FORM -> FormBody.parse(body, size);
            case OTHER -> throw new ProblemException(Problem.UnsupportedMediaType.of(contentType()));
        };
    }

    private void requirePlain() {
        String encoding = header("Content-Encoding").orElse("identity").strip();
        if (!encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(new Problem.UnsupportedMediaType(
                    "Request bodies are not unpacked here. Send the body without Content-Encoding."));
        }
    }

    private MediaType mediaType() {
        String type = contentType();
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return MediaType.FORM;
        }
        return type.isEmpty() || type.startsWith("application/json") ? MediaType.JSON : MediaType.OTHER;
    }

    private String contentType() {
        return header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    }

    /** Its length as the client announced it; negative when it does not say. */
    private static long announced(Context context) {
        long announced = context.req().getContentLengthLong();
        return announced < 0 && context.header("Transfer-Encoding") == null ? 0 : announced;
    }

    @Override
    public void close() {
        stored.close();
        answer.close();
        if (!raw) {
            body.close();
        }
    }

    private enum MediaType {
        JSON,
        FORM,
        OTHER
    }
}
