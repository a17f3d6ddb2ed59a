package com.modex.booking.adapter.rest.security;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/** Trusts the tokens of the issuer that the environment names. */
@Configuration(proxyBeanMethods = false)
@Profile("!local")
class IssuerConfiguration {
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_READ = Duration.ofSeconds(3);

    /** The issuer is asked for its keys when the first token comes, so that its outage does not keep us from starting. */
    @Bean
    JwtDecoder jwtDecoder(
            @Value("${booking.jwt.issuer-uri}") String issuer,
            @Value("${booking.jwt.jwk-set-uri}") String jwkSet,
            @Value("${booking.jwt.audience}") String audience,
            Clock clock) {
        Supplier<JwtDecoder> made = () -> {
            var builder = jwkSet.isBlank()
                    ? NimbusJwtDecoder.withIssuerLocation(issuer)
                    : NimbusJwtDecoder.withJwkSetUri(jwkSet);
            NimbusJwtDecoder decoder = builder.jwsAlgorithms(algorithms -> {
                        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
                            algorithms.add(algorithm);
                        }
                    })
                    .validateType(false)
                    .restOperations(patient())
                    .build();
            decoder.setJwtValidator(TokenRules.of(issuer, audience, clock));
            return decoder;
        };
        var decoder = new SupplierJwtDecoder(made);
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new JwtException("The issuer does not answer", e);
            }
        };
    }

    /** An issuer that is silent must not keep requests, and with them the server, for ever. */
    private static RestOperations patient() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(TO_CONNECT);
        requests.setReadTimeout(TO_READ);
        return new RestTemplate(requests);
    }
}
