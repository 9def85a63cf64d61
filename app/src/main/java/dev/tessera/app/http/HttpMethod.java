package dev.tessera.app.http;

/** The HTTP methods that routes use. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE,
    OPTIONS
}
