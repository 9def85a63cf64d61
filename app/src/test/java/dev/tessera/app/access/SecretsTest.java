package dev.tessera.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private final Secrets secrets = new Secrets(new SecureRandom());

    @Test
    void access35HashesAValueAsTheVectorSays() {
        assertThat(Secrets.hash("test_key_12345"))
                .isEqualTo("sha256$45af89b510a3279a817f851de5d3f95b73485d58ec2672a39e52d8aeeb014059");
    }

    @Test
    void writesRandomBitsInBase62WithoutPadding() {
        Secrets largest = new Secrets(new Always((byte) 0xff));
        assertThat(largest.personalApiKey()).isEqualTo("phx_16VojPatgWtwXcxnxocPse5M8CZAWEv6Z3VKi4xumNW7FQcv");
        assertThat(largest.projectToken()).isEqualTo("phc_YHJSKWDa6oz1al1yMhwzwM8llg7hJNUca2J5RoW8xP1");
        assertThat(largest.id()).isEqualTo("YHJSKWDa6oz1al1yMhwzwM8llg7hJNUca2J5RoW8xP1");
        Secrets smallest = new Secrets(new Always((byte) 0));
        assertThat(smallest.personalApiKey()).isEqualTo("phx_0");
    }

    @Test
    void neverMakesTheSameSecretTwice() {
        assertThat(secrets.personalApiKey()).isNotEqualTo(secrets.personalApiKey());
        assertThat(secrets.projectToken()).isNotEqualTo(secrets.projectToken());
        assertThat(secrets.id()).isNotEqualTo(secrets.id());
    }

    @Test
    void showsTheEndsOfALongValueAndNothingOfAShortOne() {
        assertThat(Secrets.mask("phx_0123456789abcd")).isEqualTo("phx_...abcd");
        assertThat(Secrets.mask("phx_0123456789ab")).isEqualTo("phx_...89ab");
        assertThat(Secrets.mask("phx_0123456789a")).isEqualTo("********");
        assertThat(Secrets.mask("")).isEqualTo("********");
    }

    /** Randomness of one byte. */
    private static final class Always extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte value;

        Always(byte value) {
            this.value = value;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, value);
        }
    }
}
