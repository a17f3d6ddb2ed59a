package com.modex.booking.adapter.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.probe.OverHttp;
import com.modex.booking.probe.ProbeServer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** The server starts and says 503 while the issuer, found by discovery, does not answer. */
@SpringBootTest(
        classes = ProbeServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "booking.jwt.issuer-uri=http://127.0.0.1:1",
            "booking.jwt.jwk-set-uri=",
            "booking.cors.allowed-origins=",
            "booking.rate-limit=off",
            "booking.jwt.audience=booking-test"
        })
class KeyOutageTest extends OverHttp {
    @Test
    void publicReadsAreServedAndTheRestIsAskedToComeBack() throws Exception {
        assertThat(send("GET", "/v1/shows", null).statusCode()).isEqualTo(200);

        var response = send("GET", "/v1/bookings", user());
        problem(response, 503, "UNAVAILABLE");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }
}
