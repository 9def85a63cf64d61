package dev.tessera.app.access;

import java.util.Optional;

/**
 * What somebody who signs up wants: to own a new organization with a first project.
 *
 * @param role at the organization, such as {@code engineering}
 */
public record SignUp(String email, String password, String firstName, String organization, Optional<String> role) {
    /** Hides the password. */
    @Override
    public String toString() {
        return "SignUp[" + email + ", " + organization + "]";
    }
}
