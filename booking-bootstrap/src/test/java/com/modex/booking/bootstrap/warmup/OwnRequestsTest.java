package com.modex.booking.bootstrap.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class OwnRequestsTest {
    @Test
    void thereAreNoneWhereTheServerDoesNotListenOnLoopback() throws IOException {
        int nobodys;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodys = socket.getLocalPort();
        }

        assertThat(OwnRequests.to(nobodys, false).call()).isFalse();
    }
}
