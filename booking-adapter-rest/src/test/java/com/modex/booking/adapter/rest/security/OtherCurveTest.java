package com.modex.booking.adapter.rest.security;

import com.modex.booking.probe.OverHttp;
import com.modex.booking.probe.TokenIssuer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A token that names a key which is not for its algorithm is a bad token, and no outage of the issuer. */
class OtherCurveTest extends OverHttp {
    private static final ECKey KEY = newKey();

    @DynamicPropertySource
    static void ecKey(DynamicPropertyRegistry registry) {
        registry.add("booking.jwt.jwk-set-uri", () -> TokenIssuer.publish(KEY));
    }

    @Test
    void aTokenOfAnotherCurveThanItsKeyIsRefused() throws Exception {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(KEY.getKeyID()).build();
        var claims = TokenIssuer.claims(Instant.now()).build();
        var signature = new byte[96];
        Arrays.fill(signature, (byte) 1);
        String token =
                header.toBase64URL() + "." + Base64URL.encode(claims.toString()) + "." + Base64URL.encode(signature);

        problem(send("GET", "/v1/bookings", token), 401, "UNAUTHENTICATED");
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
