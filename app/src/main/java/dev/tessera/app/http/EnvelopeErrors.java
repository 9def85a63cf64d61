package dev.tessera.app.http;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what Jetty refuses before any route sees it: as all errors look, and without a word of Jetty. */
final class EnvelopeErrors extends ErrorHandler {
    private final ErrorAnswers errors;

    EnvelopeErrors(ErrorAnswers errors) {
        this.errors = errors;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        dev.tessera.app.http.Response answer = answer(request, code);
        response.setStatus(answer.status());
        for (Map.Entry<String, String> header : HttpServer.SECURITY_HEADERS.entrySet()) {
            response.getHeaders().put(header.getKey(), header.getValue());
        }
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            response.getHeaders().put(header.getKey(), header.getValue());
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        response.write(true, ByteBuffer.wrap(answer.body().bytes()), callback);
    }

    /** Jetty itself is unavailable to new requests only while it stops. */
    private dev.tessera.app.http.Response answer(Request request, int code) {
        if (code != 503) {
            return ErrorEnvelope.unread(code);
        }
        return errors.stopping(
                HttpServer.trimmed(Request.getPathInContext(request)),
                Optional.ofNullable(request.getHeaders().get(HttpHeader.ORIGIN)));
    }
}
