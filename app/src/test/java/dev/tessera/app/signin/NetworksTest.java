package dev.tessera.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworksTest {
    @Test
    void takesIpv4AddressesForThemselves() {
        assertThat(Networks.of("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Networks.of("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void takesIpv6AddressesOfOneNetworkForOne() {
        assertThat(Networks.of("2001:db8:1:2::3")).isEqualTo(Networks.of("2001:db8:1:2:ffff::1"));
        assertThat(Networks.of("2001:db8:1:2::3")).isNotEqualTo(Networks.of("2001:db8:1:3::3"));
    }

    @Test
    void takesWhatItDoesNotKnowForItself() {
        assertThat(Networks.of("somewhere")).isEqualTo("somewhere");
    }
}
