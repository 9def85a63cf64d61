package dev.tessera.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(new SecureRandom());

    @Test
    void keepsThePasswordAsArgon2idWithItsCostAndSalt() throws InterruptedException {
        String hash = passwords.hash("correct horse");
        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=7168,t=5,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
    }

    @Test
    void tellsTheRightPasswordFromAWrongOne() throws InterruptedException {
        String hash = passwords.hash("pässword 🙂");
        assertThat(passwords.matches("pässword 🙂", hash)).isTrue();
        assertThat(passwords.matches("pässword", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void checksAHashOfAnotherCost() throws InterruptedException {
        // From the test vectors of the reference implementation.
        String hash = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assertThat(passwords.matches("password", hash)).isTrue();
        assertThat(passwords.matches("Password", hash)).isFalse();
    }

    @Test
    void goesOnAfterAHashThatCannotBeRead() throws InterruptedException {
        assertThatThrownBy(() -> passwords.matches("correct horse", "not a hash"))
                .isInstanceOf(RuntimeException.class);
        assertThat(passwords.matches("correct horse", passwords.hash("correct horse")))
                .isTrue();
    }
}
