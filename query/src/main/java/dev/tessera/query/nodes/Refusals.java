package dev.tessera.query.nodes;

import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;

/** Refuses what is part of the query language but not of this version. */
final class Refusals {
    /** Tells such a refusal from a mistake in the query. */
    static final String NOT_SUPPORTED = "not_supported";

    private Refusals() {}

    static ProblemException notSupported(String detail, String path) {
        return new ProblemException(new Problem.Invalid(NOT_SUPPORTED, detail, path));
    }
}
