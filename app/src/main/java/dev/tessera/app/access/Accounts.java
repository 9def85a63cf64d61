package dev.tessera.app.access;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.id.Uuids;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import dev.tessera.kernel.tx.DuplicateException;
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
        return transactions.write(() -> isSurelyFirst() && create(request, hash));
    }

    /**
     * Makes an organization for somebody who signs up, who owns it.
     *
     * @param first whether it must be the first user
     * @throws ProblemException {@link Problem.Forbidden} when it is not, {@link Problem.Invalid} when the e-mail address is
     *     taken
     */
    public User signUp(SignUp request, boolean first) throws InterruptedException {
        refuseUnlessEmpty(first);
        String hash = passwords.hash(request.password());
        try {
            return transactions.write(() -> {
                boolean isFirst = isSurelyFirst();
                if (first && !isFirst) {
                    throw closed();
                }
                return create(request, hash, isFirst);
            });
        } catch (DuplicateException e) {
            throw new ProblemException(
                    new Problem.Invalid("unique", "There is already an account with this email address.", "email"));
        }
    }

    /**
     * Lets go on who may sign up.
     *
     * @param first whether that is only the first user
     * @throws ProblemException {@link Problem.Forbidden} when there is one
     */
    public void refuseUnlessEmpty(boolean first) {
        if (first && !users.isEmpty()) {
            throw closed();
        }
    }

    private static ProblemException closed() {
        return new ProblemException(new Problem.Forbidden(
                "New organizations cannot be created in this instance. Contact your administrator if you think this"
                        + " is a mistake."));
    }

    /** Whether there is no user; if so, nobody else makes one before the open transaction ends. */
    private boolean isSurelyFirst() {
        if (!users.isEmpty()) {
            return false;
        }
        users.lock();
        return users.isEmpty();
    }

    private boolean create(SetupRequest request, String passwordHash) {
        User user = create(
                person(request.email(), firstName(request.email()), passwordHash, true),
                request.organization(),
                request.project(),
                request.token());
        request.personalApiKey()
                .ifPresent(value -> keys.create(setupKey(user.id(), value, clock.now()), Secrets.hash(value)));
        return true;
    }

    private User create(SignUp request, String passwordHash, boolean isFirst) {
        User user = create(
                person(request.email(), request.firstName(), passwordHash, isFirst),
                request.organization(),
                "",
                Optional.empty());
        return request.role().map(it -> withRole(user, it)).orElse(user);
    }

    /** A user and all that belongs to it. */
    private User create(NewUser person, String organizationName, String projectName, Optional<String> token) {
        Instant now = person.createdAt();
        Organization organization = organization(organizationName, now);
        organizations.create(organization);
        User user = users.create(person);
        organizations.add(
                new Membership(Uuids.v7(now, random), organization.id(), user.id(), MembershipLevel.OWNER, now, now));
        ProjectId project =
                projects.create(organization.id(), projectName, token).id();
        users.setCurrent(user.id(), organization.id(), project);
        return user;
    }

    /** The first user of all administers the instance. */
    private NewUser person(String email, String firstName, String passwordHash, boolean isFirst) {
        Instant now = clock.now();
        return new NewUser(Uuids.v7(now, random), secrets.id(), email, firstName, "", passwordHash, isFirst, now);
    }

    private User withRole(User user, String role) {
        User changed = user.withRole(Optional.of(role));
        users.update(changed);
        return changed;
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
