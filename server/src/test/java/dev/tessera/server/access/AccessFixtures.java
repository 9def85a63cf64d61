package dev.tessera.server.access;

import dev.tessera.app.access.AccessExamples;
import dev.tessera.app.access.AccessStores;
import dev.tessera.app.access.MembershipLevel;
import dev.tessera.app.access.Organization;
import dev.tessera.app.access.OrganizationId;
import dev.tessera.app.access.Passwords;
import dev.tessera.app.access.PersonalApiKey;
import dev.tessera.app.access.Project;
import dev.tessera.app.access.Secrets;
import dev.tessera.app.access.User;
import dev.tessera.kernel.id.ProjectId;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.access.SqlOrganizationStore;
import dev.tessera.metadata.access.SqlPersonalApiKeyStore;
import dev.tessera.metadata.access.SqlProjectStore;
import dev.tessera.metadata.access.SqlSessionStore;
import dev.tessera.metadata.access.SqlUserStore;
import dev.tessera.server.RunningServer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts people, projects and keys that no request can make into the store of a running server, beside it. */
public final class AccessFixtures implements AutoCloseable {
    private final Database database;
    private final AccessStores stores;
    private final AtomicInteger made = new AtomicInteger();

    /** For the server that runs on {@code data}. */
    public AccessFixtures(Path data) {
        this.database = Database.sqlite(data.resolve("metadata.sqlite"));
        this.stores = new AccessStores(
                database,
                new SqlUserStore(database),
                new SqlOrganizationStore(database),
                new SqlProjectStore(database),
                new SqlPersonalApiKeyStore(database),
                new SqlSessionStore(database));
    }

    public AccessStores stores() {
        return stores;
    }

    /** The user whose key {@link RunningServer#KEY} is. */
    public User firstUser() {
        return stores.users().findByEmail("ada@example.com").orElseThrow();
    }

    /** The project whose token {@link RunningServer#TOKEN} is. */
    public Project firstProject() {
        return stores.projects().findByToken(RunningServer.TOKEN).orElseThrow();
    }

    /** The organization of {@link #firstProject}. */
    public Organization firstOrganization() {
        return stores.organizations().find(firstProject().organization()).orElseThrow();
    }

    /** A new user who belongs to {@code organization}, in its {@code current} project. */
    public User member(Organization organization, MembershipLevel level, Project current) {
        return member(organization, level, current, "user-" + made.incrementAndGet() + "@example.com");
    }

    /** A new user like {@link #member(Organization, MembershipLevel, Project)}, with {@code email}. */
    public User member(Organization organization, MembershipLevel level, Project current, String email) {
        User user = stores.users().create(AccessExamples.user(email));
        stores.member(user, organization, level);
        stores.users().setCurrent(user.id(), organization.id(), current.id());
        return stores.users().find(user.id()).orElseThrow();
    }

    /** Gives {@code user} a password with which it can sign in. */
    public void password(User user, String password) {
        try {
            stores.users().setPasswordHash(user.id(), new Passwords(new SecureRandom()).hash(password));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes away that the user with {@code email} may come in. */
    public void deactivate(String email) {
        User user = stores.users().findByEmail(email).orElseThrow();
        stores.users().update(AccessExamples.deactivated(user));
    }

    /** The value of a new key for everything that {@code user} can reach. */
    public String key(User user, String... scopes) {
        return key(user, List.of(), List.of(), scopes);
    }

    /** The value of a new key that is for {@code projects} and {@code organizations} only. */
    public String key(User user, List<ProjectId> projects, List<OrganizationId> organizations, String... scopes) {
        String value = "phx_fixture_" + made.incrementAndGet();
        stores.keys()
                .create(
                        AccessExamples.key(user.id(), "id of " + value, projects, organizations, scopes),
                        Secrets.hash(value));
        return value;
    }

    /** The key that has {@code value}. */
    public Optional<PersonalApiKey> stored(String value) {
        return stores.keys().findByHash(Secrets.hash(value));
    }

    @Override
    public void close() {
        database.close();
    }
}
