package com.modex.booking.adapter.rest.openapi;

import com.modex.booking.adapter.rest.security.RouteAccess;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Completes what springdoc finds: each operation gets its answers, its problems, its examples and who may call it. All of
 * it comes from the route, from {@link Answers} and {@link Problems} on its method, and from its file of examples. The
 * order is always the same, so that two descriptions can be compared as text.
 */
final class Description implements OpenApiCustomizer {
    static final String BEARER = "bearer";

    private final RequestMappingHandlerMapping routes;
    private final RouteAccess access;
    private final Examples examples;

    Description(RequestMappingHandlerMapping routes, RouteAccess access, Examples examples) {
        this.routes = routes;
        this.access = access;
        this.examples = examples;
    }

    @Override
    public void customise(OpenAPI api) {
        for (Class<?> form : List.of(ProblemShape.class, ProblemShape.UnknownSeatsShape.class)) {
            ModelConverters.getInstance(true)
                    .resolveAsResolvedSchema(new AnnotatedType(form).resolveAsRef(true))
                    .referencedSchemas
                    .forEach(api.getComponents()::addSchemas);
        }
        routes.getHandlerMethods().forEach((route, handler) -> {
            for (String path : route.getPatternValues()) {
                for (RequestMethod method : route.getMethodsCondition().getMethods()) {
                    var operation = operation(api, path, method);
                    if (operation != null) {
                        complete(api, path, method, operation, handler);
                    }
                }
            }
        });
        sort(api);
    }

    private void complete(OpenAPI api, String path, RequestMethod method, Operation operation, HandlerMethod handler) {
        var parameters = new KnownParameters(api.getComponents());
        var problems = OperationProblems.of(operation, handler.getMethodAnnotation(Problems.class));
        var responses = new ApiResponses();
        addAnswers(responses, operation, handler, method);
        if (operation.getParameters() != null) {
            parameters.describe(operation.getParameters());
        }
        new ProblemResponses(api.getComponents()).addTo(responses, problems);
        operation.setResponses(inOrder(responses));
        if (operation.getParameters() != null) {
            parameters.share(operation.getParameters());
        }
        examples.addTo(operation);
        operation.setSecurity(
                switch (access.of(method.name(), path.replaceAll("\\{[^}]*}", "x"))) {
                    case ANYBODY -> List.of();
                    case USER -> List.of(new SecurityRequirement().addList(BEARER));
                    case ADMIN -> List.of(new SecurityRequirement().addList(BEARER, RouteAccess.ADMIN_SCOPE));
                });
    }

    private static void addAnswers(
            ApiResponses responses, Operation operation, HandlerMethod handler, RequestMethod method) {
        var said = handler.getMethodAnnotation(Answers.class);
        int status = said == null ? 200 : said.status();
        var found = operation.getResponses().values().iterator().next();
        var answer = new ApiResponse()
                .description(HttpStatus.valueOf(status).getReasonPhrase())
                .content(found.getContent());
        responses.addApiResponse(Integer.toString(status), answer);
        if (said == null) {
            return;
        }
        for (AnswerHeader header : said.headers()) {
            answer.addHeaderObject(header.header(), header.toHeader());
            if (header == AnswerHeader.IDEMPOTENCY_REPLAYED) {
                operation.addParametersItem(
                        new Parameter().in("header").name("Idempotency-Key").required(false));
            }
            if (header == AnswerHeader.ETAG && method == RequestMethod.GET) {
                operation.addParametersItem(new Parameter()
                        .in("header")
                        .name("If-None-Match")
                        .description("The `ETag` of what the client has: if it is still right, the answer is 304.")
                        .required(false)
                        .schema(new JsonSchema().typesItem("string")));
                responses.addApiResponse(
                        "304",
                        new ApiResponse()
                                .description(HttpStatus.NOT_MODIFIED.getReasonPhrase())
                                .headers(Map.of(header.header(), header.toHeader())));
            }
        }
    }

    private static ApiResponses inOrder(ApiResponses responses) {
        var sorted = new ApiResponses();
        sorted.putAll(new TreeMap<>(responses));
        return sorted;
    }

    private static void sort(OpenAPI api) {
        var paths = new Paths();
        paths.putAll(new TreeMap<>(api.getPaths()));
        api.setPaths(paths);
        var components = api.getComponents();
        components.setSchemas(new TreeMap<>(components.getSchemas()));
        components.setResponses(new TreeMap<>(components.getResponses()));
        components.setParameters(new TreeMap<>(components.getParameters()));
    }

    private static @Nullable Operation operation(OpenAPI api, String path, RequestMethod method) {
        var item = api.getPaths().get(path);
        return item == null ? null : item.readOperationsMap().get(PathItem.HttpMethod.valueOf(method.name()));
    }
}
