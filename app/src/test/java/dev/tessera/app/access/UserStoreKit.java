package dev.tessera.app.access;

import static dev.tessera.app.access.AccessExamples.MADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.tx.DuplicateException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of users must do. */
public abstract class UserStoreKit {
    private static final UserId NOBODY = new UserId(987_654_321);

    /** Stores over one empty database. */
    protected abstract AccessStores stores();

    @Test
    void isEmptyUntilTheFirstUserIsMade() {
        assertThat(stores().users().isEmpty()).isTrue();
        stores().user("ada");
        assertThat(stores().users().isEmpty()).isFalse();
    }

    @Test
    void givesEachUserAnIdAndKeepsEverything() {
        NewUser wanted = AccessExamples.user("ada@example.com");
        User made = stores().users().create(wanted);
        assertThat(made)
                .isEqualTo(new User(
                        made.id(),
                        wanted.uuid(),
                        "distinct ada@example.com",
                        "ada@example.com",
                        "Ada",
                        "Lovelace",
                        true,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        MADE));
        assertThat(stores().users().find(made.id())).contains(made);
        assertThat(stores().user("bob").id().value()).isGreaterThan(made.id().value());
    }

    @Test
    void findsThoseOfManyIdsThatExist() {
        User ada = stores().user("ada");
        User bob = stores().user("bob");
        stores().user("cleo");
        assertThat(stores().users().find(List.of(ada.id(), NOBODY, bob.id())))
                .isEqualTo(Map.of(ada.id(), ada, bob.id(), bob));
        assertThat(stores().users().find(List.of())).isEmpty();
        assertThat(stores().users().find(NOBODY)).isEmpty();
    }

    @Test
    void findsAnEmailAddressWhateverItsCase() {
        User zoe = stores().users().create(AccessExamples.user("Zoë@Example.com"));
        assertThat(zoe.email()).isEqualTo("zoë@example.com");
        assertThat(stores().users().findByEmail("zoË@EXAMPLE.com")).contains(zoe);
        assertThat(stores().users().findByEmail("zoe@example.com")).isEmpty();
    }

    @Test
    void refusesAnEmailAddressThatIsTakenWhateverItsCase() {
        User ada = stores().user("ada");
        User bob = stores().user("bob");
        NewUser again = AccessExamples.user("ADA@example.com");
        assertThatThrownBy(() -> stores().users().create(again)).isInstanceOf(DuplicateException.class);
        assertThatThrownBy(() -> stores().users().update(withEmail(bob, "Ada@Example.com")))
                .isInstanceOf(DuplicateException.class);
        assertThat(stores().users().find(List.of(ada.id(), bob.id())).values()).containsExactlyInAnyOrder(ada, bob);
    }

    @Test
    void refusesAUuidAndADistinctIdThatAreTaken() {
        NewUser ada = AccessExamples.user("ada@example.com");
        stores().users().create(ada);
        assertThatThrownBy(() -> stores().users().create(bob(ada.uuid(), "bob")))
                .isInstanceOf(DuplicateException.class);
        assertThatThrownBy(() -> stores().users().create(bob(new UUID(1, 2), ada.distinctId())))
                .isInstanceOf(DuplicateException.class);
        assertThat(stores().users().findByEmail("bob@example.com")).isEmpty();
    }

    @Test
    void updatesEverythingThatCanChangeOfOneUser() {
        User bob = stores().user("bob");
        User ada = stores().user("ada");
        User changed = new User(
                ada.id(),
                ada.uuid(),
                ada.distinctId(),
                "augusta@example.com",
                "Augusta",
                "King",
                false,
                true,
                Optional.of("engineering"),
                Optional.empty(),
                Optional.empty(),
                MADE);
        stores().users().update(changed);
        assertThat(stores().users().find(ada.id())).contains(changed);
        assertThat(stores().users().find(bob.id())).contains(bob);
        assertThat(stores().users().passwordHash(ada.id())).contains("hash of ada@example.com");
    }

    @Test
    void keepsTheHashOfEachPassword() {
        User ada = stores().user("ada");
        stores().user("bob");
        assertThat(stores().users().passwordHash(ada.id())).contains("hash of ada@example.com");
        assertThat(stores().users().passwordHash(NOBODY)).isEmpty();
    }

    @Test
    void replacesTheHashOfOnePassword() {
        User ada = stores().user("ada");
        User bob = stores().user("bob");
        stores().users().setPasswordHash(ada.id(), "another hash");
        assertThat(stores().users().passwordHash(ada.id())).contains("another hash");
        assertThat(stores().users().passwordHash(bob.id())).contains("hash of bob@example.com");
    }

    @Test
    void keepsWhatEachUserHasSetForItself() {
        User ada = stores().user("ada");
        User bob = stores().user("bob");
        UserPreferences dark = new UserPreferences("{\"theme_mode\":\"dark\",\"ui_configuration\":{\"ü\":1}}");
        stores().users().setPreferences(ada.id(), dark);
        assertThat(stores().users().preferences(ada.id())).isEqualTo(dark);
        assertThat(stores().users().preferences(bob.id())).isEqualTo(UserPreferences.none());
        assertThat(stores().users().preferences(NOBODY)).isEqualTo(UserPreferences.none());
        assertThat(stores().users().find(ada.id())).contains(ada);
    }

    @Test
    void remembersTheCurrentProjectWithItsOrganization() {
        User bob = stores().user("bob");
        User ada = stores().user("ada");
        Organization acme = stores().organization("Acme");
        Organization umbrella = stores().organization("Umbrella");
        Project shop = stores().project(acme, "Shop");
        Project lab = stores().project(umbrella, "Lab");
        stores().users().setCurrent(ada.id(), acme.id(), shop.id());
        assertThat(stores().users().find(ada.id())).hasValueSatisfying(it -> {
            assertThat(it.organization()).contains(acme.id());
            assertThat(it.project()).contains(shop.id());
        });
        stores().users().setCurrent(ada.id(), umbrella.id(), lab.id());
        assertThat(stores().users().find(ada.id()).flatMap(User::project)).contains(lab.id());
        assertThat(stores().users().find(bob.id())).contains(bob);
    }

    private static NewUser bob(UUID uuid, String distinctId) {
        return new NewUser(uuid, distinctId, "bob@example.com", "Bob", "", "hash", false, MADE);
    }

    private static User withEmail(User user, String email) {
        return new User(
                user.id(),
                user.uuid(),
                user.distinctId(),
                email,
                user.firstName(),
                user.lastName(),
                user.active(),
                user.staff(),
                user.role(),
                user.organization(),
                user.project(),
                user.createdAt());
    }
}
