package com.modex.booking.adapter.rest.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Who somebody without a name is: the address, and of IPv6 the network, because each customer there has 2^64 addresses. */
final class ClientNetwork {
    private static final int NETWORK_BYTES = 8;

    private ClientNetwork() {}

    /** The network of that address; all texts that are no address share one. */
    static String of(String address) {
        try {
            InetAddress client = InetAddress.ofLiteral(address);
            return client instanceof Inet6Address
                    ? HexFormat.of().formatHex(client.getAddress(), 0, NETWORK_BYTES) + "/64"
                    : client.getHostAddress();
        } catch (IllegalArgumentException e) {
            // A proxy in front may forward whatever the client calls its address.
            return "unknown";
        }
    }
}
