package com.modex.booking.adapter.rest.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Remembers tokens that were found good, and who they make of a caller, so that who asks again costs no signature. A token
 * is remembered until it expires, and for five minutes at most, because its issuer may withdraw the key. Bad tokens are
 * checked each time.
 */
final class RememberedTokens implements AuthenticationManager {
    static final Duration KEPT = Duration.ofMinutes(5);

    /** Some thousands of tokens of the usual size; with what is read out of them they take about ten times the space. */
    private static final long MOST_CHARACTERS = 2_000_000;

    private final AuthenticationManager checking;
    private final Clock clock;
    private final Cache<String, Remembered> good;

    /** @param checking makes a {@link JwtAuthenticationToken} of a bearer token, or refuses it */
    RememberedTokens(AuthenticationManager checking, Clock clock) {
        this.checking = checking;
        this.clock = clock;
        this.good = Caffeine.newBuilder()
                .maximumWeight(MOST_CHARACTERS)
                .weigher((String token, Remembered _) -> token.length())
                .build();
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String token = ((BearerTokenAuthenticationToken) asked).getToken();
        Remembered known = good.getIfPresent(token);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.until)) {
            return known.caller;
        }
        // Without the details of the request that it came with: it is remembered for others.
        var caller = (JwtAuthenticationToken) checking.authenticate(new BearerTokenAuthenticationToken(token));
        good.put(token, new Remembered(caller, untilWhen(caller.getToken().getExpiresAt(), now)));
        return caller;
    }

    private static Instant untilWhen(@Nullable Instant expiresAt, Instant now) {
        Instant latest = now.plus(KEPT);
        return expiresAt != null && expiresAt.isBefore(latest) ? expiresAt : latest;
    }

    private record Remembered(JwtAuthenticationToken caller, Instant until) {}
}
