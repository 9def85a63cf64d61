package dev.tessera.app.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(strings = {"purple-otter-sings", "correct horse battery", "zX9#kLq2!v", "пароль-выдра-поёт"})
    void takesWhatIsHardToGuess(String password) {
        assertThatCode(() -> rules.check(password, "password", List.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "qwertyuiop", "P@ssw0rd1", "aaaaaaaaaaaaaaaaaaaa", "20240506"})
    void refusesWhatPeopleUsuallyTake(String password) {
        assertThatThrownBy(() -> rules.check(password, "password", List.of()))
                .isInstanceOf(ProblemException.class)
                .extracting(it -> ((ProblemException) it).problem().code())
                .isEqualTo("password_too_weak");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThatThrownBy(() -> rules.check("🦦🦦🦦🦦🦦🦦🦦", "password", List.of()))
                .hasMessage("This password is too short. It must contain at least 8 characters.");
    }

    @Test
    void refusesWhatIsNoSecretAboutItsOwner() {
        String email = "marguerite.vandervelde@example.com";
        assertThatCode(() -> rules.check(email, "password", List.of())).doesNotThrowAnyException();
        assertThatThrownBy(() -> rules.check(email, "password", List.of(email))).isInstanceOf(ProblemException.class);
    }
}
