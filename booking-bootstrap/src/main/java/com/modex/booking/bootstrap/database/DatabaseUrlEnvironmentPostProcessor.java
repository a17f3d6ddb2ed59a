package com.modex.booking.bootstrap.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Translates {@code DATABASE_URL} into {@code spring.datasource.url}, {@code username} and {@code password}. A
 * {@code spring.datasource.url} that is set anyhow wins outright, and so does each of the other two. Settings of the session
 * that it names are added to those that this server asks for. A malformed value refuses the start; the password is never
 * shown.
 */
final class DatabaseUrlEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    static final int ORDER = ConfigDataEnvironmentPostProcessor.ORDER + 1;

    /** Of each kind of connection that goes by the URL. */
    private static final List<String> OPTIONS = List.of(
            "spring.datasource.hikari.data-source-properties.options",
            "booking.migrations.connection-properties.options",
            "booking.rate-limit-store.pool.data-source-properties.options");

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String databaseUrl = rawDatabaseUrl(environment);
        if (!StringUtils.hasText(databaseUrl)
                || StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            return;
        }
        DatabaseUrl parsed = DatabaseUrl.parse(databaseUrl);
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", literal(parsed.jdbcUrl()));
        if (parsed.username() != null) {
            properties.put("spring.datasource.username", literal(parsed.username()));
        }
        if (parsed.password() != null) {
            properties.put("spring.datasource.password", literal(parsed.password()));
        }
        if (parsed.options() != null) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "options of DATABASE_URL", withOptions(parsed.options(), environment)));
        }
        // Last, so that an explicit SPRING_DATASOURCE_USERNAME or _PASSWORD wins.
        environment.getPropertySources().addLast(new MapPropertySource("DATABASE_URL", properties));
    }

    /** To what this server asks of its connections, time-outs above all, those of the URL are added: the later one counts. */
    private static Map<String, Object> withOptions(String options, ConfigurableEnvironment environment) {
        return OPTIONS.stream()
                .collect(Collectors.toMap(
                        Function.identity(), key -> literal(environment.getProperty(key, "") + " " + options)));
    }

    /** The value as it stands: the environment would take a "${" in a password for a placeholder, and show it when it fails. */
    private static @Nullable String rawDatabaseUrl(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .map(source -> source.getProperty("DATABASE_URL"))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(null);
    }

    private static String literal(String value) {
        return value.replace("${", "\\${");
    }
}
