package dev.tessera.app.access;

import static dev.tessera.app.access.AccessExamples.MADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.tx.DuplicateException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of organizations and memberships must do. */
public abstract class OrganizationStoreKit {
    private static final OrganizationId NONE = new OrganizationId(new UUID(0, 1));

    /** Stores over one empty database. */
    protected abstract AccessStores stores();

    @Test
    void findsAnOrganizationWithAllOfIt() {
        Organization acme = AccessExamples.organization("Äcme & Söhne 🙂");
        stores().organizations().create(acme);
        stores().organization("Umbrella");
        assertThat(stores().organizations().find(acme.id())).contains(acme);
        assertThat(stores().organizations().find(NONE)).isEmpty();
    }

    @Test
    void keepsInstantsToTheMicrosecondBeforeAndAfter1970() {
        Organization old = new Organization(
                NONE,
                "Old",
                "old",
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                Instant.parse("2999-12-31T23:59:59.000001Z"));
        stores().organizations().create(old);
        assertThat(stores().organizations().find(NONE)).contains(old);
    }

    @Test
    void refusesASlugAndAnIdThatAreTaken() {
        Organization acme = stores().organization("Acme");
        Organization sameSlug = new Organization(NONE, "Other", "acme", MADE, MADE);
        Organization sameId = new Organization(acme.id(), "Other", "other", MADE, MADE);
        assertThatThrownBy(() -> stores().organizations().create(sameSlug)).isInstanceOf(DuplicateException.class);
        assertThatThrownBy(() -> stores().organizations().create(sameId)).isInstanceOf(DuplicateException.class);
        assertThat(stores().organizations().find(NONE)).isEmpty();
        assertThat(stores().organizations().find(acme.id())).contains(acme);
    }

    @ParameterizedTest
    @EnumSource
    void findsTheMembershipWithItsLevel(MembershipLevel level) {
        Organization acme = stores().organization("Acme");
        Organization umbrella = stores().organization("Umbrella");
        User ada = stores().user("ada");
        User bob = stores().user("bob");
        Membership membership = stores().member(ada, acme, level);
        assertThat(stores().organizations().membership(ada.id(), acme.id())).contains(membership);
        assertThat(stores().organizations().membership(ada.id(), umbrella.id())).isEmpty();
        assertThat(stores().organizations().membership(bob.id(), acme.id())).isEmpty();
    }

    @Test
    void listsTheMembershipsOfAUserOldestFirst() {
        User ada = stores().user("ada");
        Membership second = joined(ada, "Acme", MADE.plusSeconds(1));
        Membership third = joined(ada, "Umbrella", MADE.plusSeconds(2));
        Membership first = joined(ada, "Initech", MADE);
        stores().member(stores().user("bob"), stores().organization("Hooli"), MembershipLevel.OWNER);
        assertThat(stores().organizations().membershipsOf(ada.id())).containsExactly(first, second, third);
        assertThat(stores().organizations().membershipsOf(new UserId(987_654_321)))
                .isEmpty();
    }

    @Test
    void refusesToAddAMemberTwice() {
        Organization acme = stores().organization("Acme");
        User ada = stores().user("ada");
        Membership kept = stores().member(ada, acme, MembershipLevel.OWNER);
        Membership again = new Membership(new UUID(1, 2), acme.id(), ada.id(), MembershipLevel.MEMBER, MADE, MADE);
        assertThatThrownBy(() -> stores().organizations().add(again)).isInstanceOf(DuplicateException.class);
        assertThat(stores().organizations().membershipsOf(ada.id())).containsExactly(kept);
    }

    @Test
    void countsTheMembersOfOneOrganization() {
        Organization acme = stores().organization("Acme");
        Organization umbrella = stores().organization("Umbrella");
        User ada = stores().user("ada");
        stores().member(ada, acme, MembershipLevel.OWNER);
        stores().member(stores().user("bob"), acme, MembershipLevel.MEMBER);
        stores().member(ada, umbrella, MembershipLevel.ADMIN);
        assertThat(stores().organizations().memberCount(acme.id())).isEqualTo(2);
        assertThat(stores().organizations().memberCount(umbrella.id())).isEqualTo(1);
        assertThat(stores().organizations().memberCount(NONE)).isZero();
    }

    private Membership joined(User user, String organization, Instant at) {
        Organization made = stores().organization(organization);
        Membership membership = new Membership(
                new UUID(at.getEpochSecond(), 1), made.id(), user.id(), MembershipLevel.MEMBER, at, at.plusNanos(1000));
        stores().organizations().add(membership);
        return membership;
    }
}
