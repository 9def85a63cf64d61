package dev.tessera.app.access;

import dev.tessera.kernel.tx.Transactions;

/** The stores of access over one database; they refer to each other's rows. */
public record AccessStores(
        Transactions transactions,
        UserStore users,
        OrganizationStore organizations,
        ProjectStore projects,
        PersonalApiKeyStore keys,
        SessionStore sessions) {
    /** A stored organization called {@code name}. */
    public Organization organization(String name) {
        Organization organization = AccessExamples.organization(name);
        organizations.create(organization);
        return organization;
    }

    /** A stored user with an e-mail address that begins with {@code name}. */
    public User user(String name) {
        return users.create(AccessExamples.user(name + "@example.com"));
    }

    /** A stored project called {@code name}. */
    public Project project(Organization organization, String name) {
        return projects.create(AccessExamples.project(organization.id(), name));
    }

    /** The stored membership of {@code user} in {@code organization}. */
    public Membership member(User user, Organization organization, MembershipLevel level) {
        Membership membership = AccessExamples.membership(user.id(), organization.id(), level);
        organizations.add(membership);
        return membership;
    }
}
