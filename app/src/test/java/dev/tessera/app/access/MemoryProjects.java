package dev.tessera.app.access;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.page.Page;
import dev.tessera.kernel.page.PageRequest;
import dev.tessera.kernel.tx.DatabaseUnavailableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Projects in memory that can be away. It does not check that names are unique. */
final class MemoryProjects implements ProjectStore {
    private final List<Project> stored = new ArrayList<>();
    private final List<ProjectId> marked = new ArrayList<>();
    private boolean failing;
    private int lookups;

    /** From now on every call fails, or none. */
    void fail(boolean fails) {
        failing = fails;
    }

    /** How often a token was looked for. */
    int lookups() {
        return lookups;
    }

    /** Of which projects it was marked that an event had come, in the order of the writes. */
    List<ProjectId> marked() {
        return marked;
    }

    void remove(String token) {
        stored.removeIf(it -> it.token().equals(token));
    }

    @Override
    public Optional<Project> find(ProjectId id) {
        return list(it -> it.id().equals(id)).stream().findFirst();
    }

    @Override
    public Optional<Project> lock(ProjectId id) {
        return find(id);
    }

    @Override
    public Optional<Project> findByToken(String token) {
        lookups++;
        return list(it -> it.token().equals(token)).stream().findFirst();
    }

    @Override
    public Page<Project> list(Collection<OrganizationId> organizations, String search, PageRequest page) {
        List<Project> found = list(
                it -> organizations.contains(it.organization()) && it.name().contains(search));
        return new Page<>(
                found.size(),
                found.stream().skip(page.offset()).limit(page.limit()).toList());
    }

    @Override
    public List<Project> of(OrganizationId organization) {
        return list(it -> it.organization().equals(organization));
    }

    @Override
    public Project create(NewProject wanted) {
        check();
        Project project = new Project(
                new ProjectId(stored.size() + 1L),
                wanted.uuid(),
                wanted.organization(),
                wanted.token(),
                wanted.name(),
                wanted.timezone(),
                OptionalInt.empty(),
                "[]",
                false,
                wanted.createdAt(),
                wanted.createdAt());
        stored.add(project);
        return project;
    }

    @Override
    public void update(Project project) {
        check();
        stored.replaceAll(it -> it.id().equals(project.id()) ? project : it);
    }

    @Override
    public void markIngested(ProjectId id) {
        check();
        marked.add(id);
        stored.replaceAll(it -> it.id().equals(id) ? ingested(it) : it);
    }

    private static Project ingested(Project project) {
        return new Project(
                project.id(),
                project.uuid(),
                project.organization(),
                project.token(),
                project.name(),
                project.timezone(),
                project.weekStartDay(),
                project.testAccountFilters(),
                true,
                project.createdAt(),
                project.updatedAt());
    }

    private List<Project> list(Predicate<Project> wanted) {
        check();
        return stored.stream().filter(wanted).toList();
    }

    private void check() {
        if (failing) {
            throw new DatabaseUnavailableException("The database is away");
        }
    }
}
