package com.modex.booking.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.modex.booking.bootstrap.settings.StartRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the operator sees, through Spring Boot's own start. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    private static final String[] NO_SETTINGS = {"--DATABASE_URL=", "--JWT_ISSUER_URI=", "--JWT_AUDIENCE="};

    @TempDir
    Path directory;

    @Test
    void oneMessageNamesEverythingThatIsMissing(CapturedOutput output) {
        assertThatExceptionOfType(StartRefusedException.class).isThrownBy(() -> start(NO_SETTINGS));

        assertThat(output)
                .containsOnlyOnce("APPLICATION FAILED TO START")
                .contains("DATABASE_URL (", "JWT_ISSUER_URI (", "JWT_AUDIENCE (")
                .contains("or start with the profile local")
                .doesNotContain("\tat ");
    }

    @Test
    void whatIsSetIsNotNamed(CapturedOutput output) {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> start(
                        "--DATABASE_URL=postgres://u:p@db.example/shop", "--JWT_ISSUER_URI=https://issuer.example"));

        assertThat(output).contains("JWT_AUDIENCE (").doesNotContain("DATABASE_URL (", "JWT_ISSUER_URI (");
    }

    @Test
    void aMalformedUrlIsRefusedWithoutShowingThePassword(CapturedOutput output) {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> start("--DATABASE_URL=postgres://u:s3cret@db.example:port/${shop}"));

        assertThat(output)
                .containsOnlyOnce("DATABASE_URL cannot be read: the port is not a number")
                .doesNotContain("s3cret")
                .doesNotContain("\tat ");
    }

    @Test
    void aRefusedStartEndsTheProcessWithAnError() throws IOException, InterruptedException {
        Process server = ChildJvm.start(Server.class, NO_SETTINGS);

        String printed = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isNotZero();
        assertThat(printed).containsOnlyOnce("or start with the profile local").doesNotContain("\tat ");
    }

    @Test
    void theDatabaseUrlReachesTheDataSourceSettingsLiterally() {
        try (ConfigurableApplicationContext context = start(
                "--DATABASE_URL=postgres://u:${p}%25@db.example/shop?sslmode=require",
                "--JWT_ISSUER_URI=https://issuer.example", "--JWT_AUDIENCE=booking")) {
            assertThat(context.getEnvironment().getProperty("spring.datasource.url"))
                    .isEqualTo("jdbc:postgresql://db.example/shop?sslmode=require");
            assertThat(context.getEnvironment().getProperty("spring.datasource.username"))
                    .isEqualTo("u");
            assertThat(context.getEnvironment().getProperty("spring.datasource.password"))
                    .isEqualTo("${p}%");
        }
    }

    @Test
    void anExplicitDataSourceWins() {
        try (ConfigurableApplicationContext context = start(
                "--DATABASE_URL=not even a URL",
                "--spring.datasource.url=jdbc:postgresql://other.example/shop",
                "--JWT_ISSUER_URI=https://issuer.example",
                "--JWT_AUDIENCE=booking")) {
            assertThat(context.getEnvironment().getProperty("spring.datasource.url"))
                    .isEqualTo("jdbc:postgresql://other.example/shop");
        }
    }

    @Test
    void theProfileLocalBringsItsOwnPostgresWhichOutlivesEveryBeanButNotTheContext() throws SQLException {
        String url;
        try (ConfigurableApplicationContext context = start(
                "--spring.profiles.active=local", "--DATABASE_URL=", "--booking.local.data-directory=" + directory)) {
            url = context.getEnvironment().getRequiredProperty("spring.datasource.url");
            assertThat(context.getEnvironment().getProperty("booking.local.data-directory"))
                    .isEqualTo(directory.toString());
            try (Connection connection = context.getBean(DataSource.class).getConnection()) {
                assertThat(connection.getCatalog()).isEqualTo("booking");
            }
            context.getBean(LastWords.class).databaseUrl = url;
        }

        assertThat(LastWords.answered).isTrue();
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(url, LocalPostgres.USERNAME, ""));
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return application().run(arguments);
    }

    private static SpringApplication application() {
        SpringApplication application = new SpringApplication(Server.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application;
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class Server {

        @Bean
        LastWords lastWords() {
            return new LastWords();
        }

        public static void main(String[] arguments) {
            application().run(arguments);
        }
    }

    /** Notes whether the database still answers while the beans are destroyed. */
    static final class LastWords implements DisposableBean {

        static volatile boolean answered;

        String databaseUrl = "";

        @Override
        public void destroy() throws SQLException {
            if (databaseUrl.isEmpty()) {
                return;
            }
            try (Connection connection = DriverManager.getConnection(databaseUrl, LocalPostgres.USERNAME, "")) {
                answered = connection.isValid(5);
            }
        }
    }
}
