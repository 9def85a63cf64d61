package dev.tessera.app.http;

/** One entry of the route table. */
public record Route(Operation operation, Handler handler) {}
