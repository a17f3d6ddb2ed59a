package com.modex.booking.adapter.rest.security;

import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Trusts the tokens of the issuer that the environment names. */
@Configuration(proxyBeanMethods = false)
@Profile("!local")
class IssuerConfiguration {
    /** The issuer is asked for its keys when the first token comes, so that its outage does not keep us from starting. */
    @Bean
    JwtDecoder jwtDecoder(
            @Value("${booking.jwt.issuer-uri}") String issuer,
            @Value("${booking.jwt.jwk-set-uri}") String jwkSet,
            @Value("${booking.jwt.audience}") String audience,
            Clock clock) {
        // A stopwatch and no clock: what time it is does not matter, nor that a clock is put back.
        var keys = new IssuerKeys(new PublishedKeys(issuer, jwkSet), System::nanoTime);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(algorithms -> algorithms.addAll(Set.of(SignatureAlgorithm.values())))
                .build();
        decoder.setJwtValidator(TokenRules.of(issuer, audience, clock));
        return decoder;
    }
}
