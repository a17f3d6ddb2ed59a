package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer.Answer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server outside the local profile trusts the tokens of its issuer, and no others. */
class TokenJourneyTest {
    private static final String ISSUER = "https://issuer.example";
    private static RSAKey key;
    private static HttpServer issuer;
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("1").generate();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        issuer.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        server = startTrusting("http://localhost:" + issuer.getAddress().getPort() + "/keys");
    }

    private static RunningServer startTrusting(String keys) {
        return RunningServer.startInProfile(
                "production", "--JWT_ISSUER_URI=" + ISSUER, "--JWT_JWK_SET_URI=" + keys, "--JWT_AUDIENCE=booking");
    }

    @AfterAll
    static void stop() {
        server.close();
        issuer.stop(0);
    }

    @Test
    void aTokenOfTheIssuerIsTrustedWhateverItsTypeIsCalled() throws JOSEException {
        assertThat(bookings(sign("JWT", good())).status()).isEqualTo(200);
        assertThat(bookings(sign("at+jwt", good())).status()).isEqualTo(200);
        assertThat(bookings(sign(null, good())).status()).isEqualTo(200);
    }

    @Test
    void theAdminScopeMakesAnAdmin() throws JOSEException {
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
    void aTokenThatDoesNotSayEnoughIsRefused() throws JOSEException {
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
    void aTokenOutOfItsTimeIsRefused() throws JOSEException {
        assertRefused(with(claims -> claims.expirationTime(in(Duration.ofMinutes(-5)))));
        assertRefused(with(claims -> claims.notBeforeTime(in(Duration.ofMinutes(5)))));
        assertRefused(with(claims -> claims.expirationTime(in(Duration.ofHours(25)))));
        assertRefused(with(claims -> claims.issueTime(null).expirationTime(in(Duration.ofHours(25)))));
        assertRefused(
                with(claims -> claims.issueTime(in(Duration.ofHours(10))).expirationTime(in(Duration.ofHours(30)))));
        assertRefused(with(claims -> claims.expirationTime(in(Duration.ofDays(3650)))));
    }

    @Test
    void aForgedTokenIsRefused() throws JOSEException {
        RSAKey otherKey = new RSAKeyGenerator(2048).keyID("1").generate();
        byte[] publicKey = key.toRSAPublicKey().getEncoded();

        assertRefused(new PlainJWT(good()).serialize());
        assertRefused(sign("JWT", JWSAlgorithm.HS256, new MACSigner(publicKey), good()));
        assertRefused(sign("JWT", JWSAlgorithm.RS256, new RSASSASigner(otherKey), good()));
        String token = sign("JWT", good());
        assertRefused(token.substring(0, token.lastIndexOf('.') + 1));
        assertRefused("garbage");
    }

    @Test
    void whatBelongsToTheLocalProfileDoesNotExist() {
        assertThat(server.post(null, "/local/tokens", "{\"user_id\": \"alice\"}")
                        .problem())
                .isEqualTo("404 NOT_FOUND");
    }

    @Test
    void anIssuerThatDoesNotAnswerIsNoFaultOfTheClient() throws JOSEException {
        try (var lonely = startTrusting("http://localhost:1/keys")) {
            Answer answer = lonely.get(sign("JWT", good()), "/v1/bookings");

            assertThat(answer.problem()).isEqualTo("503 UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(lonely.get(null, "/v1/shows").status()).isEqualTo(200);
        }
    }

    private static void assertRefused(JWTClaimsSet claims) throws JOSEException {
        assertRefused(sign("JWT", claims));
    }

    private static void assertRefused(String token) {
        assertThat(bookings(token).problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    private static Answer bookings(String token) {
        return server.get(token, "/v1/bookings");
    }

    private static JWTClaimsSet good() {
        return with(UnaryOperator.identity());
    }

    private static JWTClaimsSet with(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience("booking")
                        .subject("alice")
                        .issueTime(in(Duration.ZERO))
                        .expirationTime(in(Duration.ofHours(1))))
                .build();
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    private static String sign(@Nullable String type, JWTClaimsSet claims) throws JOSEException {
        return sign(type, JWSAlgorithm.RS256, new RSASSASigner(key), claims);
    }

    private static String sign(@Nullable String type, JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        var header = new JWSHeader.Builder(algorithm).keyID("1");
        if (type != null) {
            header.type(new JOSEObjectType(type));
        }
        var token = new SignedJWT(header.build(), claims);
        token.sign(signer);
        return token.serialize();
    }
}
