package dev.tessera.app.access;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.id.Uuids;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import dev.tessera.kernel.tx.DuplicateException;
import dev.tessera.kernel.tx.Transactions;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Makes, finds and changes projects. */
public final class Projects {
    /** What a project is called that nobody named. */
    private static final String DEFAULT_NAME = "Default project";

    private final Transactions transactions;
    private final ProjectStore store;
    private final UserStore users;
    private final Secrets secrets;
    private final Clock clock;
    private final RandomGenerator random;

    public Projects(
            Transactions transactions,
            ProjectStore store,
            UserStore users,
            Secrets secrets,
            Clock clock,
            RandomGenerator random) {
        this.transactions = transactions;
        this.store = store;
        this.users = users;
        this.secrets = secrets;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes a project.
     *
     * @param name of it; empty for a name of ours
     * @param token of it; made when empty
     * @throws ProblemException {@link Problem.Invalid} when the organization has a project of that name
     */
    public Project create(OrganizationId organization, String name, Optional<String> token) {
        return named(() -> store.create(new NewProject(
                Uuids.v7(clock.now(), random),
                organization,
                token.orElseGet(secrets::projectToken),
                name.isEmpty() ? freeName(organization) : name,
                ZoneId.of("UTC"),
                clock.now())));
    }

    /**
     * Makes a project with the settings of {@code patch}, as {@link #create(OrganizationId, String, Optional)} does, and
     * makes it the current one of {@code maker}.
     */
    Project createFor(UserId maker, OrganizationId organization, ProjectPatch patch) {
        return named(() -> {
            Project made = create(organization, patch.name().orElse(""), Optional.empty());
            Project patched = patch.applyTo(made, made.updatedAt());
            store.update(patched);
            users.setCurrent(maker, organization, patched.id());
            return patched;
        });
    }

    /**
     * Changes a project.
     *
     * @throws ProblemException {@link Problem.Invalid} when the organization has another project of that name
     */
    Project update(ProjectId id, ProjectPatch patch) {
        return named(() -> {
            Project updated = patch.applyTo(store.lock(id).orElseThrow(ProblemException::notFound), clock.now());
            store.update(updated);
            return updated;
        });
    }

    /** Some of the projects of {@code organizations} whose name contains {@code search}. */
    public Page<Project> list(Collection<OrganizationId> organizations, String search, PageRequest page) {
        // No name is so long or has such a character; engines refuse to look for them.
        return search.length() > ProjectPatch.MAX_NAME * 2 || search.indexOf('\0') >= 0
                ? new Page<>(0, List.of())
                : store.list(organizations, search, page);
    }

    /** All projects of {@code organization}. */
    public List<Project> of(OrganizationId organization) {
        return store.of(organization);
    }

    private String freeName(OrganizationId organization) {
        List<Project> others = store.of(organization);
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? DEFAULT_NAME : DEFAULT_NAME + " " + number)
                .filter(name -> others.stream().noneMatch(it -> it.name().equalsIgnoreCase(name)))
                .findFirst()
                .orElseThrow();
    }

    private Project named(Supplier<Project> work) {
        try {
            return transactions.write(work);
        } catch (DuplicateException e) {
            throw new ProblemException(new Problem.Invalid(
                    "unique", "A project with this name already exists in the organization.", "name"));
        }
    }
}
