package com.modex.booking.adapter.rest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

class RememberedTokensTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final List<String> checked = new ArrayList<>();
    private Instant now = NOON;
    private final RememberedTokens tokens =
            new RememberedTokens(new ProviderManager(new JwtAuthenticationProvider(this::check)), new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    throw new UnsupportedOperationException();
                }
            });

    @Test
    void aGoodTokenIsCheckedOnce() {
        assertThat(authenticate("good").getName()).isEqualTo("good");
        assertThat(authenticate("good").getName()).isEqualTo("good");
        assertThat(authenticate("other").getName()).isEqualTo("other");

        assertThat(checked).containsExactly("good", "other");
    }

    @Test
    void anExpiredTokenIsCheckedAgain() {
        authenticate("short");
        now = NOON.plusSeconds(60);
        authenticate("short");

        assertThat(checked).containsExactly("short", "short");
    }

    @Test
    void afterFiveMinutesATokenIsCheckedAgain() {
        authenticate("good");
        now = NOON.plus(RememberedTokens.KEPT).minusMillis(1);
        authenticate("good");
        assertThat(checked).containsExactly("good");

        now = NOON.plus(RememberedTokens.KEPT);
        authenticate("good");

        assertThat(checked).containsExactly("good", "good");
    }

    @Test
    void aBadTokenIsCheckedEachTime() {
        assertThatThrownBy(() -> authenticate("bad")).isInstanceOf(InvalidBearerTokenException.class);
        assertThatThrownBy(() -> authenticate("bad")).isInstanceOf(InvalidBearerTokenException.class);

        assertThat(checked).containsExactly("bad", "bad");
    }

    @Test
    void whereTheFirstRequestCameFromIsNotRememberedForOthers() {
        var asked = new BearerTokenAuthenticationToken("good");
        asked.setDetails("10.0.0.1");

        assertThat(tokens.authenticate(asked).getDetails()).isNull();
    }

    private Authentication authenticate(String token) {
        return tokens.authenticate(new BearerTokenAuthenticationToken(token));
    }

    private Jwt check(String token) {
        checked.add(token);
        if (token.equals("bad")) {
            throw new BadJwtException("bad");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "none")
                .subject(token)
                .expiresAt(NOON.plus(token.equals("short") ? Duration.ofSeconds(60) : Duration.ofHours(12)))
                .build();
    }
}
