package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds answers against the description that is checked in: status, headers, media type and body. Stricter than a client
 * should be: a field that is not described is an objection, too.
 */
public final class DescribedApi {
    /** Problems of requests that are of no operation. */
    private static final Set<String> OF_NO_OPERATION = Set.of(
            "MALFORMED_REQUEST",
            "UNAUTHENTICATED",
            "FORBIDDEN",
            "NOT_FOUND",
            "METHOD_NOT_ALLOWED",
            "PAYLOAD_TOO_LARGE",
            "RATE_LIMITED",
            "INTERNAL_ERROR",
            "NOT_IMPLEMENTED",
            "UNAVAILABLE",
            "HTTP_VERSION_NOT_SUPPORTED");

    private static final String IRI = "https://booking.example/openapi.json";
    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final String PROBLEM_JSON = "application/problem+json";

    /** These are the letters themselves (RFC 3986, 6.2.2.2). */
    private static final Pattern PERCENT_ENCODED_LETTER = Pattern.compile("%([46][1-9A-Fa-f]|[57][0-9Aa])");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The one that is checked in. */
    public static final DescribedApi CHECKED_IN = new DescribedApi(CheckedInDescription.read());

    private final JsonNode description;
    private final SchemaRegistry schemas;
    private final List<Route> routes;

    private record Route(String template, Pattern pattern) {}

    /** One answer, or one of the description's examples of an answer. */
    public record Seen(String method, String path, int status, HttpHeaders headers, String body) {
        static Seen of(HttpResponse<String> response) {
            return new Seen(
                    response.request().method(),
                    response.request().uri().getRawPath(),
                    response.statusCode(),
                    response.headers(),
                    response.body());
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        String mediaType() {
            return header("Content-Type").replaceFirst("\\s*;.*", "");
        }
    }

    DescribedApi(String text) {
        description = JSON.readTree(text);
        closeSchemas();
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemas(Map.of(IRI, description.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        routes = description.path("paths").propertyNames().stream()
                // A path without variables goes before one that would also match it.
                .sorted(Comparator.comparing((String path) -> path.contains("{")))
                .map(template -> new Route(template, Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+"))))
                .toList();
    }

    /** Clients must put up with new fields; the tests must not. */
    private void closeSchemas() {
        for (JsonNode schema : description.path("components").path("schemas")) {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
    }

    public JsonNode description() {
        return description;
    }

    /** Fails unless the answer is one that the description allows. */
    public void check(Seen seen) {
        assertThat(objectionsTo(seen))
                .as(
                        "%s %s was answered %d, and docs/openapi.json does not describe it so: %s",
                        seen.method(), seen.path(), seen.status(), seen.body())
                .isEmpty();
    }

    /** Fails unless a body that the server has taken is one that the description allows. */
    void checkAccepted(String method, URI uri, String body) {
        var route = route(uri.getRawPath());
        if (route != null) {
            var content = "#/paths/%s/%s/requestBody/content/application~1json/schema"
                    .formatted(escaped(route), method.toLowerCase(Locale.ROOT));
            assertThat(objectionsTo(body, content))
                    .as("%s %s was accepted, and docs/openapi.json does not allow it: %s", method, uri, body)
                    .isEmpty();
        }
    }

    /** Fails unless this is the body of a problem. */
    void checkProblem(String body) {
        assertThat(objectionsTo(body, PROBLEM)).as(body).isEmpty();
    }

    public List<String> objectionsTo(Seen seen) {
        String route = route(seen.path());
        String method = seen.method().equals("HEAD") ? "get" : seen.method().toLowerCase(Locale.ROOT);
        String operation = "#/paths/" + (route == null ? "" : escaped(route)) + "/" + method;
        if (route == null || node(operation).isMissingNode()) {
            return objectionsToStray(seen);
        }
        String response = resolved(operation + "/responses/" + seen.status());
        if (node(response).isMissingNode()) {
            return List.of("the status is not described");
        }
        var objections = new ArrayList<String>();
        node(response).path("headers").forEachEntry((name, header) -> {
            boolean number = header.path("schema").path("type").asString().equals("integer");
            if (header.path("required").asBoolean() && !seen.header(name).matches(number ? "\\d+" : ".+")) {
                objections.add("the header " + name + " is missing or wrong");
            }
        });
        if (seen.method().equals("HEAD") || !node(response).has("content")) {
            if (!seen.body().isEmpty()) {
                objections.add("there is a body");
            }
        } else if (!node(response).path("content").has(seen.mediaType())) {
            objections.add("the media type is " + seen.mediaType());
        } else {
            var content = response + "/content/" + escaped(seen.mediaType());
            objections.addAll(objectionsTo(seen.body(), content + "/schema"));
            if (objections.isEmpty() && seen.mediaType().equals(PROBLEM_JSON)) {
                String code = JSON.readTree(seen.body()).path("code").asString();
                if (!node(content).path("examples").has(code)) {
                    objections.add("the operation does not answer " + code);
                }
            }
        }
        return objections;
    }

    /** What is of no operation is a problem, unless it is none of the API's business. */
    private List<String> objectionsToStray(Seen seen) {
        if (seen.status() < 400 && seen.method().equals("OPTIONS")) {
            // The browser asks, not the client: a preflight belongs to CORS and to no operation.
            return List.of();
        }
        if (seen.status() < 400) {
            return seen.path().startsWith("/v1/") ? List.of("there is no such operation") : List.of();
        }
        if (seen.method().equals("HEAD")) {
            return List.of();
        }
        if (!seen.mediaType().equals(PROBLEM_JSON)) {
            return List.of("the media type is " + seen.mediaType());
        }
        var objections = new ArrayList<>(objectionsTo(seen.body(), PROBLEM));
        if (objections.isEmpty() && seen.path().startsWith("/v1/")) {
            String code = JSON.readTree(seen.body()).path("code").asString();
            if (!OF_NO_OPERATION.contains(code)) {
                objections.add("there is no operation that could answer " + code);
            }
        }
        return objections;
    }

    List<String> objectionsTo(String body, String schema) {
        try {
            return schemas.getSchema(SchemaLocation.of(IRI + schema)).validate(JSON.readTree(body)).stream()
                    .map(Error::toString)
                    .toList();
        } catch (JacksonException e) {
            return List.of("the body is no JSON: " + e.getOriginalMessage());
        }
    }

    private @Nullable String route(String path) {
        String normal = PERCENT_ENCODED_LETTER.matcher(path).replaceAll(DescribedApi::letter);
        return routes.stream()
                .filter(route -> route.pattern.matcher(normal).matches())
                .map(Route::template)
                .findFirst()
                .orElse(null);
    }

    private static String letter(MatchResult encoded) {
        return String.valueOf((char) Integer.parseInt(encoded.group(1), 16));
    }

    private String resolved(String location) {
        return node(location).path("$ref").asString(location);
    }

    private JsonNode node(String location) {
        return description.at(JsonPointer.compile(location.substring(1)));
    }

    /** As a step of a JSON pointer (RFC 6901). */
    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
