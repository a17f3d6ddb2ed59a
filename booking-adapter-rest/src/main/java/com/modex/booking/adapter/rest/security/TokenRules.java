package com.modex.booking.adapter.rest.security;

import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What a token must say beside being signed: {@code exp}, {@code sub}, our {@code aud} and {@code iss}. */
public final class TokenRules {
    /** A token that lives longer is a key left under the mat. */
    static final Duration MAX_LIFETIME = Duration.ofHours(24);

    private static final List<String> TYPES = List.of("JWT", "at+jwt", "application/at+jwt");

    private TokenRules() {}

    public static OAuth2TokenValidator<Jwt> of(String issuer, String audience, Clock clock) {
        var timestamps = new JwtTimestampValidator();
        timestamps.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                timestamps,
                new JwtIssuerValidator(issuer),
                rule("typ", token -> TYPES.stream().anyMatch(type -> type.equalsIgnoreCase(typeOf(token)))),
                rule(
                        "aud",
                        token -> token.getAudience() != null
                                && token.getAudience().contains(audience)),
                rule("sub", token -> isUserId(token.getSubject())),
                rule("exp", token -> isShortLived(token, clock.instant())));
    }

    private static String typeOf(Jwt token) {
        return token.getHeaders().get("typ") instanceof String type ? type : TYPES.getFirst();
    }

    private static boolean isUserId(@Nullable String subject) {
        if (subject == null) {
            return false;
        }
        try {
            return new UserId(subject).value().equals(subject);
        } catch (InvalidValueException e) {
            return false;
        }
    }

    private static boolean isShortLived(Jwt token, Instant now) {
        Instant expiresAt = token.getExpiresAt();
        Instant issuedAt = token.getIssuedAt();
        return expiresAt != null
                && Duration.between(issuedAt == null ? now : issuedAt, expiresAt)
                                .compareTo(MAX_LIFETIME)
                        <= 0
                // A token issued in the future is one with a longer life.
                && Duration.between(now, expiresAt).compareTo(MAX_LIFETIME) <= 0;
    }

    private static OAuth2TokenValidator<Jwt> rule(String claim, Predicate<Jwt> holds) {
        return token -> holds.test(token)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error("invalid_token", "The claim " + claim + " is missing or wrong", null));
    }
}
