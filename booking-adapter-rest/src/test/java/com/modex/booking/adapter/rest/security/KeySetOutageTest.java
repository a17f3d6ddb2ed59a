package com.modex.booking.adapter.rest.security;

import com.modex.booking.probe.OverHttp;
import com.modex.booking.probe.ProbeServer;
import com.modex.booking.probe.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** The issuer's key set, named outright, does not answer. */
@SpringBootTest(
        classes = ProbeServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "booking.jwt.issuer-uri=" + TokenIssuer.ISSUER,
            "booking.cors.allowed-origins=",
            "booking.rate-limit=off",
            "booking.jwt.jwk-set-uri=http://127.0.0.1:1/keys",
            "booking.jwt.audience=" + TokenIssuer.AUDIENCE
        })
class KeySetOutageTest extends OverHttp {
    @Test
    void aTokenThatCannotBeJudgedIsNoRefusal() throws Exception {
        problem(send("GET", "/v1/bookings", user()), 503, "UNAVAILABLE");
        problem(send("GET", "/v1/bookings", "rubbish"), 401, "UNAUTHENTICATED");
    }
}
