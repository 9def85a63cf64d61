package dev.tessera.server;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.tessera.app.access.Accounts;
import dev.tessera.app.access.CachedProjectTokens;
import dev.tessera.app.access.Guard;
import dev.tessera.app.access.OrganizationRoutes;
import dev.tessera.app.access.OrganizationStore;
import dev.tessera.app.access.Passwords;
import dev.tessera.app.access.PersonalApiKeyStore;
import dev.tessera.app.access.ProjectRoutes;
import dev.tessera.app.access.ProjectStore;
import dev.tessera.app.access.Projects;
import dev.tessera.app.access.RateLimits;
import dev.tessera.app.access.Secrets;
import dev.tessera.app.access.UserRoutes;
import dev.tessera.app.access.UserStore;
import dev.tessera.app.capture.ProjectTokens;
import dev.tessera.app.http.Route;
import dev.tessera.kernel.time.Clock;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.access.SqlOrganizationStore;
import dev.tessera.metadata.access.SqlPersonalApiKeyStore;
import dev.tessera.metadata.access.SqlProjectStore;
import dev.tessera.metadata.access.SqlUserStore;
import dev.tessera.server.config.AccessSettings;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/** The parts that know who may do what. */
record Access(
        Guard guard,
        Accounts accounts,
        ProjectTokens tokens,
        UserStore users,
        OrganizationStore organizations,
        ProjectStore projects,
        List<Route> routes) {
    static Access over(Database database, AccessSettings settings, Clock clock, SecureRandom random) {
        UserStore users = new SqlUserStore(database);
        OrganizationStore organizations = new SqlOrganizationStore(database);
        ProjectStore projectStore = new SqlProjectStore(database);
        PersonalApiKeyStore keys = new SqlPersonalApiKeyStore(database);
        Secrets secrets = new Secrets(random);
        Projects projects = new Projects(database, projectStore, users, secrets, clock, random);
        RateLimits limits = settings.rateLimits() ? RateLimits.on(clock) : RateLimits.off();
        Guard guard = new Guard(keys, users, organizations, projectStore, limits, clock);
        return new Access(
                guard,
                new Accounts(
                        database, users, organizations, projects, keys, new Passwords(random), secrets, clock, random),
                new CachedProjectTokens(projectStore, Ticker.systemTicker()),
                users,
                organizations,
                projectStore,
                Stream.of(
                                new UserRoutes(guard, organizations, projects).routes(),
                                new OrganizationRoutes(guard, organizations, projects).routes(),
                                new ProjectRoutes(guard, organizations, projects).routes())
                        .flatMap(List::stream)
                        .toList());
    }
}
