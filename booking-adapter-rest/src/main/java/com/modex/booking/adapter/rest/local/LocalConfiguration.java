package com.modex.booking.adapter.rest.local;

import com.modex.booking.adapter.rest.security.TokenRules;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** The local profile's own issuer, under the rules that hold for every other. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
@Import(LocalTokenController.class)
public class LocalConfiguration {
    @Bean
    LocalIssuer localIssuer(@Value("${booking.jwt.audience}") String audience, Clock clock) {
        return new LocalIssuer(audience, clock);
    }

    @Bean
    JwtDecoder jwtDecoder(LocalIssuer issuer, @Value("${booking.jwt.audience}") String audience, Clock clock) {
        return new SupplierJwtDecoder(() -> {
            var decoder = NimbusJwtDecoder.withPublicKey(issuer.publicKey())
                    .validateType(false)
                    .build();
            decoder.setJwtValidator(TokenRules.of(LocalIssuer.ISSUER, audience, clock));
            return decoder;
        });
    }

    @Bean
    FirstSteps firstSteps(LocalIssuer issuer, Clock clock) {
        return new FirstSteps(issuer, clock);
    }
}
