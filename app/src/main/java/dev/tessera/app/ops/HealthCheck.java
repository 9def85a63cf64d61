package dev.tessera.app.ops;

import java.util.function.Supplier;

/**
 * One thing that must work for the server to be ready.
 *
 * @param problem tells what is wrong; empty when nothing is
 */
public record HealthCheck(String name, Supplier<String> problem) {}
