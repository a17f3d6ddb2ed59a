package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says of itself, and the file that clients are given. */
class OpenApiDescriptionTest {
    private static final String RENEW = "openapi.renew";
    private static final String COMMAND = "./mvnw -pl booking-bootstrap -am test -Dtest=OpenApiDescriptionTest -D"
            + RENEW + "=true -Dsurefire.failIfNoSpecifiedTests=false";

    private static RunningServer local;
    private static RunningServer production;

    @BeforeAll
    static void start() {
        local = RunningServer.start();
        production = RunningServer.startInProfile(
                "production",
                "--JWT_ISSUER_URI=https://issuer.example",
                "--JWT_JWK_SET_URI=http://localhost:1/keys",
                "--JWT_AUDIENCE=booking");
        if (Boolean.getBoolean(RENEW)) {
            CheckedInDescription.write(description(production));
        }
    }

    @AfterAll
    static void stop() {
        local.close();
        production.close();
    }

    @Test
    void theFileSaysWhatTheServerDoes() {
        assertThat(CheckedInDescription.read())
                .as(
                        "docs/openapi.json is not what this server does. If the server is right, renew the file:%n%n    %s%n%n",
                        COMMAND)
                .isEqualTo(description(production));
    }

    @Test
    void theDescriptionIsTheSameInEveryProfile() {
        assertThat(description(local)).isEqualTo(description(production));
    }

    @Test
    void theDescriptionNamesNoMachine() {
        assertThat(description(local)).doesNotContain("localhost", "127.0.0.1", String.valueOf(local.port()));
    }

    @Test
    void theDescriptionDoesNotDependOnTheLanguageOfTheReader() {
        var inGerman = local.send(local.request(null, "/v3/api-docs")
                .header("Accept-Language", "de")
                .GET());

        assertThat(pretty(inGerman)).isEqualTo(description(local));
    }

    @Test
    void swaggerUiIsThereInTheLocalProfile() {
        assertThat(local.get(null, "/swagger-ui/index.html").status()).isEqualTo(200);
        assertThat(local.get(null, "/swagger-ui.html").status()).isEqualTo(302);
        assertThat(local.get(null, "/v3/api-docs/swagger-config")
                        .json()
                        .path("url")
                        .asString())
                .isEqualTo("/v3/api-docs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/swagger-ui/swagger-ui.css",
                "/v3/api-docs/swagger-config",
                "/webjars/swagger-ui/index.html"
            })
    void outsideOfTheLocalProfileThereIsNoSwaggerUi(String path) {
        assertThat(production.get(null, path).problem()).isEqualTo("404 NOT_FOUND");
    }

    private static String description(RunningServer server) {
        return pretty(server.get(null, "/v3/api-docs"));
    }

    private static String pretty(RunningServer.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().toPrettyString().replace("\r\n", "\n") + "\n";
    }
}
