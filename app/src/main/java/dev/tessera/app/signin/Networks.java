package dev.tessera.app.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Names the network of an address: of IPv6, everybody has a whole one. */
final class Networks {
    private static final int NETWORK_BYTES = 8;

    private Networks() {}

    /** An IPv4 address itself, the first half of an IPv6 address. */
    static String of(String address) {
        try {
            return switch (InetAddress.ofLiteral(address)) {
                case Inet6Address it -> HexFormat.of().formatHex(Arrays.copyOf(it.getAddress(), NETWORK_BYTES)) + "/64";
                case InetAddress it -> it.getHostAddress();
            };
        } catch (IllegalArgumentException e) {
            return address; // Not an address that we know: its own name will do.
        }
    }
}
