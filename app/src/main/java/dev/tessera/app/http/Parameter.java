package dev.tessera.app.http;

/** A documented query parameter of an operation. */
public record Parameter(String name, Schema schema, String description) {}
