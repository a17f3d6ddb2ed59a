package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

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

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void everyOperationIsDescribedInFull(String call, JsonNode operation) {
        assertThat(operation.path("summary").asString()).isNotEmpty();
        assertThat(operation.path("operationId").asString()).matches("[a-z]+([A-Z][a-z]+)+");
        assertThat(operation.path("tags").path(0).asString()).isIn("shows", "bookings");
        assertThat(operation.path("parameters"))
                .allMatch(parameter -> parameter.has("$ref") || parameter.has("description"));
        assertThat(operation.path("requestBody").path("content"))
                .as("examples/<operationId>.json beside OpenApiConfiguration has requests")
                .allMatch(content -> content.has("examples"));
        assertThat(operation.path("responses").properties())
                .filteredOn(response -> response.getKey().startsWith("2"))
                .as("examples/<operationId>.json beside OpenApiConfiguration has answers")
                .allMatch(response -> response.getValue()
                        .path("content")
                        .path("application/json")
                        .has("examples"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void whoMayCallAnOperationIsSaid(String call, JsonNode operation) {
        String needed = operation.path("security").toString();

        assertThat(status(call, null) == 401).as("needs a token").isEqualTo(!needed.equals("[]"));
        assertThat(status(call, local.userToken("alice")) == 403)
                .as("needs an admin")
                .isEqualTo(needed.contains("booking:admin"));
    }

    private static int status(String call, @Nullable String token) {
        String[] methodAndPath = call.split(" ", 2);
        var request = local.request(token, methodAndPath[1].replaceAll("\\{[^}]*}", "x"));
        return local.send(
                        request.method(methodAndPath[0].toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.noBody()))
                .status();
    }

    static Stream<Arguments> operations() {
        return checkedIn().path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation ->
                                Arguments.of(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    /** Every code belongs to an operation, or is named in the introduction as one that belongs to none. */
    @Test
    void everyProblemIsSomewhere() {
        var description = checkedIn();
        var introduction = description.path("info").path("description").asString();
        var described = description.findValues("examples").stream()
                .flatMap(examples -> examples.propertyNames().stream())
                .toList();

        assertThat(description
                        .at("/components/schemas/ProblemCode/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .allMatch(code -> described.contains(code) || introduction.contains("`" + code + "`"));
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

    /** As it is now: it may just have been renewed. */
    private static JsonNode checkedIn() {
        return new DescribedApi(CheckedInDescription.read()).description();
    }

    private static String description(RunningServer server) {
        return pretty(server.get(null, "/v3/api-docs"));
    }

    private static String pretty(RunningServer.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().toPrettyString().replace("\r\n", "\n") + "\n";
    }
}
