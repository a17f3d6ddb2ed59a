package com.modex.booking.adapter.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.probe.OverHttp;
import com.modex.booking.probe.ProbeServer;
import com.modex.booking.probe.TokenIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The issuer takes connections and says nothing. */
@SpringBootTest(
        classes = ProbeServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "booking.jwt.issuer-uri=" + TokenIssuer.ISSUER,
            "booking.cors.allowed-origins=",
            "booking.rate-limit=off",
            "booking.jwt.jwk-set-uri=${silent.keys}",
            "booking.jwt.audience=" + TokenIssuer.AUDIENCE
        })
class SilentIssuerTest extends OverHttp {
    private static final ServerSocket SILENT = listen();

    @DynamicPropertySource
    static void silentKeys(DynamicPropertyRegistry registry) {
        registry.add("silent.keys", () -> "http://127.0.0.1:" + SILENT.getLocalPort() + "/keys");
    }

    @AfterAll
    static void stop() throws IOException {
        SILENT.close();
    }

    @Test
    void nobodyWaitsForItForEver() throws Exception {
        long start = System.nanoTime();

        problem(send("GET", "/v1/bookings", user()), 503, "UNAVAILABLE");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(send("GET", "/v1/shows", null).statusCode()).isEqualTo(200);
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
