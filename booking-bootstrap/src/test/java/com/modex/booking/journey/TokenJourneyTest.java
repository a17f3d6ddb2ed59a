package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer.Answer;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server outside the local profile trusts the tokens of its issuer, and no others. */
class TokenJourneyTest {
    private static TestIssuer issuer;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        issuer = TestIssuer.start();
        server = issuer.startServer();
    }

    @AfterAll
    static void stop() {
        server.close();
        issuer.close();
    }

    @Test
    void aTokenOfTheIssuerIsTrustedWhateverItsTypeIsCalled() {
        assertThat(bookings(sign("JWT", good())).status()).isEqualTo(200);
        assertThat(bookings(sign("at+jwt", good())).status()).isEqualTo(200);
        assertThat(bookings(sign(null, good())).status()).isEqualTo(200);
    }

    @Test
    void theAdminScopeMakesAnAdmin() {
        String user = sign("JWT", good());
        String admin = sign("JWT", with(claims -> claims.claim("scope", "openid booking:admin")));

        assertThat(server.post(user, "/v1/shows", RunningServer.showBody("x", 1))
                        .status())
                .isEqualTo(403);
        assertThat(server.post(admin, "/v1/shows", RunningServer.showBody("x", 1))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aTokenThatDoesNotSayEnoughIsRefused() {
        assertRefused(with(claims -> claims.expirationTime(null)));
        assertRefused(with(claims -> claims.subject(null)));
        assertRefused(with(claims -> claims.subject(" ")));
        assertRefused(with(claims -> claims.subject("a".repeat(256))));
        assertRefused(with(claims -> claims.subject("a\u0000b")));
        assertRefused(with(claims -> claims.issuer(null)));
        assertRefused(with(claims -> claims.issuer("https://other.example")));
        assertRefused(with(claims -> claims.audience((String) null)));
        assertRefused(with(claims -> claims.audience("other")));
    }

    @Test
    void aTokenOutOfItsTimeIsRefused() {
        assertRefused(with(claims -> claims.expirationTime(TestIssuer.in(Duration.ofMinutes(-5)))));
        assertRefused(with(claims -> claims.notBeforeTime(TestIssuer.in(Duration.ofMinutes(5)))));
        assertRefused(with(claims -> claims.expirationTime(TestIssuer.in(Duration.ofHours(25)))));
        assertRefused(with(claims -> claims.issueTime(null).expirationTime(TestIssuer.in(Duration.ofHours(25)))));
        assertRefused(with(claims -> claims.issueTime(TestIssuer.in(Duration.ofHours(10)))
                .expirationTime(TestIssuer.in(Duration.ofHours(30)))));
        assertRefused(with(claims -> claims.expirationTime(TestIssuer.in(Duration.ofDays(3650)))));
    }

    @Test
    void whatBelongsToTheLocalProfileDoesNotExist() {
        assertThat(server.post(null, "/local/tokens", "{\"user_id\": \"alice\"}")
                        .problem())
                .isEqualTo("404 NOT_FOUND");
    }

    @Test
    void anIssuerThatDoesNotAnswerIsNoFaultOfTheClient() {
        try (var lonely =
                RunningServer.startInProfile("production", TestIssuer.settingsOf("http://localhost:1/keys"))) {
            Answer answer = lonely.get(sign("JWT", good()), "/v1/bookings");

            assertThat(answer.problem()).isEqualTo("503 UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(lonely.get(null, "/v1/shows").status()).isEqualTo(200);
        }
    }

    private static void assertRefused(JWTClaimsSet claims) {
        assertThat(bookings(sign("JWT", claims)).problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    private static Answer bookings(String token) {
        return server.get(token, "/v1/bookings");
    }

    private static JWTClaimsSet good() {
        return TestIssuer.claims("alice");
    }

    private static JWTClaimsSet with(UnaryOperator<JWTClaimsSet.Builder> change) {
        return TestIssuer.with(good(), change);
    }

    private static String sign(@Nullable String type, JWTClaimsSet claims) {
        return issuer.sign(type, claims);
    }
}
