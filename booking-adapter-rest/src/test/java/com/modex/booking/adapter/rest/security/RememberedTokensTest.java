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
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final List<String> checked = new ArrayList<>();
    private Instant now = NOON;
    private final RememberedTokens tokens = new RememberedTokens(this::check, new Clock() {
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
        assertThat(tokens.decode("good").getSubject()).isEqualTo("good");
        assertThat(tokens.decode("good").getSubject()).isEqualTo("good");
        assertThat(tokens.decode("other").getSubject()).isEqualTo("other");

        assertThat(checked).containsExactly("good", "other");
    }

    @Test
    void anExpiredTokenIsCheckedAgain() {
        tokens.decode("short");
        now = NOON.plusSeconds(60);
        tokens.decode("short");

        assertThat(checked).containsExactly("short", "short");
    }

    @Test
    void afterFiveMinutesATokenIsCheckedAgain() {
        tokens.decode("good");
        now = NOON.plus(RememberedTokens.KEPT).minusMillis(1);
        tokens.decode("good");
        assertThat(checked).containsExactly("good");

        now = NOON.plus(RememberedTokens.KEPT);
        tokens.decode("good");

        assertThat(checked).containsExactly("good", "good");
    }

    @Test
    void aBadTokenIsCheckedEachTime() {
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);

        assertThat(checked).containsExactly("bad", "bad");
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
