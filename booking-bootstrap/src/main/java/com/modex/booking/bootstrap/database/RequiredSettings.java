package com.modex.booking.bootstrap.database;

import com.modex.booking.bootstrap.settings.StartRefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Refuses to start without a database and a token issuer, and names everything that is missing at once. The profile
 * {@code local} needs neither.
 *
 * <p>It runs before any bean is made. It is no {@code EnvironmentPostProcessor}, because a test's
 * {@code @DynamicPropertySource} comes later than those.
 */
final class RequiredSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        check(context.getEnvironment());
    }

    static void check(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            return;
        }
        Map<String, String> missing = new LinkedHashMap<>();
        // Translated from DATABASE_URL by now, if that is set.
        if (!isSet(environment, "spring.datasource.url")) {
            missing.put("DATABASE_URL", "postgres://user:password@host:5432/database");
        }
        if (!isSet(environment, "JWT_ISSUER_URI")) {
            missing.put("JWT_ISSUER_URI", "the 'iss' of the tokens to accept");
        }
        if (!isSet(environment, "JWT_AUDIENCE")) {
            missing.put("JWT_AUDIENCE", "the 'aud' of the tokens to accept");
        }
        if (missing.isEmpty()) {
            return;
        }
        StringBuilder settings = new StringBuilder();
        missing.forEach((name, meaning) -> settings.append(System.lineSeparator())
                .append("  ")
                .append(name)
                .append(" (")
                .append(meaning)
                .append(')'));
        throw new StartRefusedException(
                "The server cannot start, because the environment does not set:" + settings,
                "Set %s, or start with the profile local: SPRING_PROFILES_ACTIVE=local"
                        .formatted(String.join(" and ", missing.keySet())));
    }

    private static boolean isSet(Environment environment, String name) {
        return StringUtils.hasText(environment.getProperty(name));
    }
}
