package com.modex.booking.adapter.rest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.probe.TokenIssuer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class TokenRulesTest {
    private static final Instant NOW = Instant.parse("2031-05-06T07:08:09Z");
    private static final TokenIssuer ISSUER = new TokenIssuer();

    private static JwtDecoder decoder(String keysUri) {
        return new IssuerConfiguration()
                .jwtDecoder(TokenIssuer.ISSUER, keysUri, TokenIssuer.AUDIENCE, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private final JwtDecoder decoder = decoder(ISSUER.keysUri());

    record Forgery(String name, Consumer<JWTClaimsSet.Builder> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Forgery> forgeries() {
        return List.of(
                new Forgery("no exp", claims -> claims.expirationTime(null)),
                new Forgery("no sub", claims -> claims.subject(null)),
                new Forgery("empty sub", claims -> claims.subject("")),
                new Forgery("sub of 256", claims -> claims.subject("a".repeat(256))),
                new Forgery("control character in sub", claims -> claims.subject("a\u0000b")),
                new Forgery("no iss", claims -> claims.issuer(null)),
                new Forgery("other iss", claims -> claims.issuer(TokenIssuer.ISSUER + "/")),
                new Forgery("no aud", claims -> claims.audience((String) null)),
                new Forgery("other aud", claims -> claims.audience("another")),
                new Forgery("expired", claims -> claims.issueTime(at(-4000)).expirationTime(at(-61))),
                new Forgery("not yet valid", claims -> claims.notBeforeTime(at(61))),
                new Forgery("lives over a day", claims -> claims.expirationTime(at(86_401))),
                new Forgery(
                        "lives over a day without iat",
                        claims -> claims.issueTime(null).expirationTime(at(86_461))),
                new Forgery(
                        "iat far ahead",
                        claims -> claims.issueTime(at(86_400L * 3650)).expirationTime(at(86_400L * 3650 + 60))));
    }

    private static Date at(long secondsFromNow) {
        return Date.from(NOW.plusSeconds(secondsFromNow));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void refuses(Forgery forgery) {
        String token = ISSUER.sign(NOW, forgery.change());

        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"JWT", "jwt", "at+jwt", "application/at+jwt"})
    void acceptsTokensOfTheUsualTypes(@Nullable String type) {
        assertThat(decoder.decode(ISSUER.sign(NOW, type, claims -> {})).getSubject())
                .isEqualTo("alice");
    }

    @Test
    void refusesATokenOfAnotherType() {
        String token = ISSUER.sign(NOW, "logout+jwt", claims -> {});

        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void acceptsTheLimits() {
        assertThat(decoder.decode(ISSUER.sign(NOW, claims -> claims.expirationTime(at(86_400))))
                        .getSubject())
                .isEqualTo("alice");
        assertThat(decoder.decode(ISSUER.sign(
                                NOW,
                                claims -> claims.subject("a".repeat(255)).audience(List.of("x", TokenIssuer.AUDIENCE))))
                        .getSubject())
                .hasSize(255);
        assertThat(decoder.decode(ISSUER.sign(
                                NOW, claims -> claims.issueTime(at(-4000)).expirationTime(at(-59))))
                        .getSubject())
                .isEqualTo("alice");
    }

    @Test
    void refusesUnsignedTokens() {
        String token = new PlainJWT(TokenIssuer.claims(NOW).build()).serialize();

        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void refusesTokensSignedWithThePublicKeyAsASharedSecret() throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test").build(),
                TokenIssuer.claims(NOW).build());
        token.sign(new MACSigner(ISSUER.key().toRSAPublicKey().getEncoded()));

        assertThatThrownBy(() -> decoder.decode(token.serialize())).isInstanceOf(BadJwtException.class);
    }

    @Test
    void refusesTokensOfAnotherKey() {
        String token = TokenIssuer.sign(TokenIssuer.newKey(), NOW, null, claims -> {});

        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void refusesAnotherAlgorithmThanTheKeyIsFor() {
        String[] parts = ISSUER.sign(NOW, claims -> {}).split("\\.", -1);
        String header = Base64URL.encode("{\"alg\":\"ES256\",\"kid\":\"test\"}").toString();

        assertThatThrownBy(() -> decoder.decode(header + "." + parts[1] + "." + parts[2]))
                .isInstanceOf(BadJwtException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "...", "eyJhbGciOiJSUzI1NiJ9..", "\u00e4.\u00f6.\u00fc"})
    void refusesWhatIsNoToken(String token) {
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void tellsAnOutageOfTheKeysFromABadToken() {
        var cut = decoder("http://127.0.0.1:1/keys");

        assertThatThrownBy(() -> cut.decode(ISSUER.sign(NOW, claims -> {})))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }
}
