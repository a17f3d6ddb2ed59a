package com.modex.booking.adapter.rest.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers tokens that were found good, so that who asks again costs no signature. A token is remembered until it
 * expires, and for five minutes at most, because its issuer may withdraw the key. Bad tokens are checked each time.
 */
final class RememberedTokens implements JwtDecoder {
    static final Duration KEPT = Duration.ofMinutes(5);

    /** Some thousands of tokens of the usual size; with what is read out of them they take about ten times the space. */
    private static final long MOST_CHARACTERS = 2_000_000;

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Remembered> good;

    RememberedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
        this.good = Caffeine.newBuilder()
                .maximumWeight(MOST_CHARACTERS)
                .weigher((String token, Remembered _) -> token.length())
                .build();
    }

    @Override
    public Jwt decode(String token) {
        Remembered known = good.getIfPresent(token);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.until)) {
            return known.token;
        }
        Jwt checked = decoder.decode(token);
        good.put(token, new Remembered(checked, untilWhen(checked, now)));
        return checked;
    }

    private static Instant untilWhen(Jwt token, Instant now) {
        Instant latest = now.plus(KEPT);
        Instant expiresAt = token.getExpiresAt();
        return expiresAt != null && expiresAt.isBefore(latest) ? expiresAt : latest;
    }

    private record Remembered(Jwt token, Instant until) {}
}
