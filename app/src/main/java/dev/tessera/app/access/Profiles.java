package dev.tessera.app.access;

import dev.tessera.app.http.Fields;
import dev.tessera.app.http.Schema;
import dev.tessera.kernel.problem.Problem;
import dev.tessera.kernel.problem.ProblemException;
import dev.tessera.kernel.time.Clock;
import dev.tessera.kernel.tx.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes what users can change of themselves (spec/access.md 6.2). */
public final class Profiles {
    private static final int MAX_NAME = 150;
    private static final String FIRST_NAME = "first_name";
    private static final String LAST_NAME = "last_name";
    private static final String STAFF = "is_staff";

    /** What may be changed long after signing in (spec/access.md 2.2). */
    private static final Set<String> HARMLESS = harmless();

    private final Transactions transactions;
    private final UserStore users;
    private final CurrentPlace places;
    private final PasswordChanges passwords;
    private final Clock clock;

    public Profiles(
            Transactions transactions,
            UserStore users,
            OrganizationStore organizations,
            ProjectStore projects,
            PasswordChanges passwords,
            Clock clock) {
        this.transactions = transactions;
        this.users = users;
        this.places = new CurrentPlace(organizations, projects);
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What a request may hold. */
    static Schema schema() {
        Schema schema = Schema.object()
                .field(FIRST_NAME, Schema.string())
                .field(LAST_NAME, Schema.string())
                .field(Roles.FIELD, Schema.string().nullable())
                .field(CurrentPlace.ORGANIZATION, Schema.uuid())
                .field(CurrentPlace.PROJECT, Schema.integer())
                .field("password", Schema.string())
                .field("current_password", Schema.string());
        for (String name : UserPreferences.names()) {
            schema = schema.field(name, Schema.any());
        }
        return schema;
    }

    /**
     * Changes what {@code fields} say of the caller; others are ignored.
     *
     * @return the user as it is now
     */
    User change(Caller caller, Fields fields) throws InterruptedException {
        User user = caller.user();
        requireRecentSignIn(caller, fields);
        if (!user.staff() && fields.flag(STAFF, false)) {
            throw new ProblemException(new Problem.Forbidden("You are not a staff user, contact your instance admin."));
        }
        Optional<String> hash = passwords.newHash(user, fields);
        return transactions.write(() -> {
            users.update(changed(users.find(user.id()).orElseThrow(ProblemException::notFound), fields));
            places.wanted(user, fields).ifPresent(it -> users.setCurrent(user.id(), it.organization(), it.id()));
            users.setPreferences(user.id(), users.preferences(user.id()).with(fields));
            hash.ifPresent(it -> passwords.replace(caller, it));
            return users.find(user.id()).orElseThrow(ProblemException::notFound);
        });
    }

    private static User changed(User user, Fields fields) {
        User named = user.withNames(
                fields.nonBlankText(FIRST_NAME, user.firstName(), MAX_NAME),
                fields.text(LAST_NAME, user.lastName(), MAX_NAME));
        return fields.has(Roles.FIELD) ? named.withRole(Roles.of(fields)) : named;
    }

    private void requireRecentSignIn(Caller caller, Fields fields) {
        if (!HARMLESS.containsAll(fields.json().propertyNames())) {
            caller.requireRecentSignIn(clock.now());
        }
    }

    private static Set<String> harmless() {
        List<String> names = new ArrayList<>(UserPreferences.names());
        names.addAll(List.of(CurrentPlace.ORGANIZATION, CurrentPlace.PROJECT, Roles.FIELD, Authentication.FIELD));
        return Set.copyOf(names);
    }
}
