package dev.tessera.app.access;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.id.Uuids;
import dev.tessera.kernel.time.Clock;
import dev.tessera.kernel.tx.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes organizations with their owner and first project. */
public final class Accounts {
    private static final String SETUP_KEY_LABEL = "Set-up";
    private static final int MAX_SLUG = 40;

    private final Transactions transactions;
    private final UserStore users;
    private final OrganizationStore organizations;
    private final Projects projects;
    private final PersonalApiKeyStore keys;
    private final Passwords passwords;
    private final Secrets secrets;
    private final Clock clock;
    private final RandomGenerator random;

    public Accounts(
            Transactions transactions,
            UserStore users,
            OrganizationStore organizations,
            Projects projects,
            PersonalApiKeyStore keys,
            Passwords passwords,
            Secrets secrets,
            Clock clock,
            RandomGenerator random) {
        this.transactions = transactions;
        this.users = users;
        this.organizations = organizations;
        this.projects = projects;
        this.keys = keys;
        this.passwords = passwords;
        this.secrets = secrets;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes what {@code request} wants, in one transaction, when there is no user yet.
     *
     * @return false when there are users already; then nothing is done
     */
    public boolean setUp(SetupRequest request) throws InterruptedException {
        if (!users.isEmpty()) {
            return false;
        }
        String hash = passwords.hash(request.password());
        return transactions.write(() -> users.isEmpty() && create(request, hash));
    }

    private boolean create(SetupRequest request, String passwordHash) {
        Instant now = clock.now();
        Organization organization = organization(request.organization(), now);
        organizations.create(organization);
        User user = users.create(new NewUser(
                Uuids.v7(now, random),
                secrets.id(),
                request.email(),
                firstName(request.email()),
                "",
                passwordHash,
                true,
                now));
        organizations.add(
                new Membership(Uuids.v7(now, random), organization.id(), user.id(), MembershipLevel.OWNER, now, now));
        ProjectId project = projects.create(organization.id(), request.project(), request.token())
                .id();
        users.setCurrent(user.id(), organization.id(), project);
        request.personalApiKey().ifPresent(value -> keys.create(setupKey(user.id(), value, now), Secrets.hash(value)));
        return true;
    }

    private Organization organization(String name, Instant now) {
        UUID id = Uuids.v7(now, random);
        return new Organization(new OrganizationId(id), name, slug(name, id), now, now);
    }

    /** A name for URLs; the end of the id keeps it unique. */
    private static String slug(String name, UUID id) {
        String words =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String kept = words.length() > MAX_SLUG ? words.substring(0, MAX_SLUG) : words;
        return (kept.isEmpty() ? "organization" : kept) + "-" + id.toString().substring(28);
    }

    private static String firstName(String email) {
        int at = email.indexOf('@');
        return at > 0 ? email.substring(0, at) : email;
    }

    private PersonalApiKey setupKey(UserId user, String value, Instant now) {
        return new PersonalApiKey(
                secrets.id(),
                user,
                SETUP_KEY_LABEL,
                Secrets.mask(value),
                Scopes.everything(),
                List.of(),
                List.of(),
                now,
                Optional.empty(),
                Optional.empty());
    }
}
