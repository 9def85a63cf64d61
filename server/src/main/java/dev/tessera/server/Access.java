package dev.tessera.server;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.tessera.app.access.Accounts;
import dev.tessera.app.access.Authentication;
import dev.tessera.app.access.CachedProjectTokens;
import dev.tessera.app.access.Guard;
import dev.tessera.app.access.OrganizationRoutes;
import dev.tessera.app.access.OrganizationStore;
import dev.tessera.app.access.PasswordChanges;
import dev.tessera.app.access.PasswordRules;
import dev.tessera.app.access.Passwords;
import dev.tessera.app.access.PersonalApiKeyStore;
import dev.tessera.app.access.Profiles;
import dev.tessera.app.access.ProjectRoutes;
import dev.tessera.app.access.ProjectStore;
import dev.tessera.app.access.Projects;
import dev.tessera.app.access.RateLimits;
import dev.tessera.app.access.SameOrigin;
import dev.tessera.app.access.Secrets;
import dev.tessera.app.access.SessionStore;
import dev.tessera.app.access.Sessions;
import dev.tessera.app.access.Signer;
import dev.tessera.app.access.UserRoutes;
import dev.tessera.app.access.UserStore;
import dev.tessera.app.capture.ProjectTokens;
import dev.tessera.app.http.Request;
import dev.tessera.app.http.Response;
import dev.tessera.app.http.Route;
import dev.tessera.app.signin.Entrance;
import dev.tessera.app.signin.Instance;
import dev.tessera.app.signin.LoginRoutes;
import dev.tessera.app.signin.PreflightRoutes;
import dev.tessera.app.signin.SignupRoutes;
import dev.tessera.kernel.time.Clock;
import dev.tessera.metadata.Database;
import dev.tessera.metadata.access.SqlOrganizationStore;
import dev.tessera.metadata.access.SqlPersonalApiKeyStore;
import dev.tessera.metadata.access.SqlProjectStore;
import dev.tessera.metadata.access.SqlSessionStore;
import dev.tessera.metadata.access.SqlUserStore;
import dev.tessera.server.config.AccessSettings;
import dev.tessera.server.config.HttpSettings;
import dev.tessera.server.config.Settings;
import dev.tessera.server.config.SignInSettings;
import dev.tessera.server.config.StorageSettings;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The parts that know who may do what, and let people in. */
record Access(
        Guard guard,
        Accounts accounts,
        ProjectTokens tokens,
        UserStore users,
        OrganizationStore organizations,
        ProjectStore projects,
        Sessions sessions,
        List<Route> routes) {
    /** The parts over {@code database}; {@code demo} says whether it holds made-up data. */
    static Access over(Database database, Settings settings, boolean demo, Clock clock, SecureRandom random) {
        UserStore users = new SqlUserStore(database);
        OrganizationStore organizations = new SqlOrganizationStore(database);
        ProjectStore projectStore = new SqlProjectStore(database);
        PersonalApiKeyStore keys = new SqlPersonalApiKeyStore(database);
        SessionStore sessionStore = new SqlSessionStore(database);
        Secrets secrets = new Secrets(random);
        Projects projects = new Projects(database, projectStore, users, secrets, clock, random);
        Passwords passwords = new Passwords(random);
        PasswordRules rules = new PasswordRules();
        Accounts accounts =
                new Accounts(database, users, organizations, projects, keys, passwords, secrets, clock, random);

        Instance instance = instance(settings, demo);
        Signer signer = new Signer(secretKey(settings, secrets));
        Sessions sessions = new Sessions(database, sessionStore, secrets, signer, instance.encrypted(), clock, random);
        SameOrigin sameOrigin = new SameOrigin(instance.siteUrl());
        Authentication authentication = new Authentication(keys, users, sessions, clock);
        RateLimits limits = AccessSettings.of(settings).rateLimits() ? RateLimits.on(clock) : RateLimits.off();
        Guard guard = new Guard(authentication, organizations, projectStore, limits);
        PasswordChanges passwordChanges = new PasswordChanges(users, sessionStore, passwords, rules, clock);
        Profiles profiles = new Profiles(database, users, organizations, projectStore, passwordChanges, clock);

        List<Route> routes = Stream.of(
                        new LoginRoutes(users, passwords, sessions, sameOrigin, clock).routes(),
                        new SignupRoutes(accounts, rules, sessions, sameOrigin, instance.openSignUp(), clock).routes(),
                        new PreflightRoutes(users, authentication, instance, clock).routes(),
                        new UserRoutes(guard, users, profiles, organizations, projects).routes(),
                        new OrganizationRoutes(guard, organizations, projects).routes(),
                        new ProjectRoutes(guard, organizations, projects).routes())
                .flatMap(List::stream)
                .toList();
        return new Access(
                guard,
                accounts,
                new CachedProjectTokens(projectStore, Ticker.systemTicker()),
                users,
                organizations,
                projectStore,
                sessions,
                routes);
    }

    /** What stands before {@code pages}. */
    Entrance entrance(Function<Request, Optional<Response>> pages) {
        return new Entrance(sessions, pages);
    }

    private static Instance instance(Settings settings, boolean demo) {
        return new Instance(
                HttpSettings.of(settings).siteUrl(), SignInSettings.of(settings).openSignUp(), demo);
    }

    private static String secretKey(Settings settings, Secrets secrets) {
        String given = SignInSettings.of(settings).secretKey();
        return given.isEmpty() ? new SecretKeyFile(StorageSettings.of(settings).dataDir()).key(secrets) : given;
    }
}
