package com.modex.booking.adapter.rest.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/** Who somebody without a name is: the address, and of IPv6 the network, because each customer there has 2^64 addresses. */
final class ClientNetwork {
    private static final int NETWORK_BYTES = 8;

    /** What some proxies forward: an address with its port, IPv6 then in brackets, as it may be without one. */
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[([^\\[\\]]*)]|([0-9.]*))(?::[0-9]+)?");

    private ClientNetwork() {}

    /** The network of that address; all texts that are no address share one. */
    static String of(String address) {
        try {
            var withPort = WITH_PORT.matcher(address);
            InetAddress client = InetAddress.ofLiteral(
                    withPort.matches()
                            ? Objects.requireNonNullElseGet(withPort.group(1), () -> withPort.group(2))
                            : address);
            return client instanceof Inet6Address
                    ? HexFormat.of().formatHex(client.getAddress(), 0, NETWORK_BYTES) + "/64"
                    : client.getHostAddress();
        } catch (IllegalArgumentException e) {
            // A proxy in front may forward whatever the client calls its address.
            return "unknown";
        }
    }
}
