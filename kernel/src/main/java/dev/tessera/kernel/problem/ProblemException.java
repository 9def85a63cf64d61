package dev.tessera.kernel.problem;

/**
 * Carries a {@link Problem} up to the edge that answers with it. It has no stack trace: it reports no bug.
 *
 * <p>Catch it only at an edge (HTTP, a tile of a board, a command) or to add the name of an enclosing field.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** Bad input in {@code attr} ({@code __}-joined path, empty for the whole). */
    public static ProblemException invalid(String detail, String attr) {
        return new ProblemException(new Problem.Invalid(detail, attr));
    }

    /** {@code Not found.} */
    public static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound());
    }

    public Problem problem() {
        return problem;
    }
}
