package com.modex.booking.adapter.rest.local;

import com.modex.booking.domain.UserId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Issues tokens for trying things out, signed by a key that lives as long as this process. */
final class LocalIssuer {
    static final String ISSUER = "http://localhost/local";
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final int KEY_BITS = 2048;

    private final CompletableFuture<RSAKey> key;
    private final JwtEncoder encoder;
    private final String audience;
    private final Clock clock;

    LocalIssuer(String audience, Clock clock) {
        // A key takes long to find, and the start can go on without it.
        this.key = CompletableFuture.supplyAsync(LocalIssuer::newKey);
        this.encoder = new NimbusJwtEncoder((selector, context) -> selector.select(new JWKSet(key.join())));
        this.audience = audience;
        this.clock = clock;
    }

    String issue(UserId user, boolean admin) {
        Instant now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of(audience))
                .subject(user.value())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME));
        if (admin) {
            claims.claim("scope", "booking:admin");
        }
        var header = JwsHeader.with(SignatureAlgorithm.RS256).type("JWT").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }

    /** Waits until there is a key. */
    RSAPublicKey publicKey() {
        try {
            return key.join().toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException("The key was made here", e);
        }
    }

    private static RSAKey newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            KeyPair keys = generator.generateKeyPair();
            return new RSAKey.Builder((RSAPublicKey) keys.getPublic())
                    .privateKey(keys.getPrivate())
                    .build();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }
}
