package com.modex.booking.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the URL asks of the session does not take away what the server asks of it. */
class DatabaseUrlEnvironmentPostProcessorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.datasource.hikari.data-source-properties.options",
                "booking.migrations.connection-properties.options",
                "booking.rate-limit-store.pool.data-source-properties.options"
            })
    void settingsOfTheSessionAreAddedToTheServersOwn(String key) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "settings",
                        Map.of(
                                key,
                                "-c lock_timeout=2s",
                                "DATABASE_URL",
                                "postgres://u:p@db.example/shop?options=-c%20search_path%3Dsales")));

        new DatabaseUrlEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty(key)).isEqualTo("-c lock_timeout=2s -c search_path=sales");
        assertThat(environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:postgresql://db.example/shop");
    }
}
