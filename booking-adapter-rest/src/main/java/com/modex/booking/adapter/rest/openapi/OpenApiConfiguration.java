package com.modex.booking.adapter.rest.openapi;

import com.modex.booking.adapter.rest.answer.Answer;
import com.modex.booking.adapter.rest.caching.ReadyAnswer;
import com.modex.booking.adapter.rest.security.Caller;
import com.modex.booking.adapter.rest.security.RouteAccess;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.access.AuthorizationManagerWebInvocationPrivilegeEvaluator.HttpServletRequestTransformer;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API: springdoc finds the routes, this package says the rest. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {
    private static final String CONVENTIONS = """
            Sells the seats of shows, trips and slots; no seat is ever sold twice.

            - JSON alone is read and written, names are in `snake_case`. Ids are opaque. Times are RFC 3339, in answers in UTC \
            with `Z`.
            - Unknown fields of a request are refused, unknown query parameters are not looked at.
            - New fields of answers, new values of enums and new codes of problems may come at any time: a client goes on when \
            it meets one that it does not know.
            - Every error is `application/problem+json` (RFC 9457) with a stable `code`, whatever was accepted. Beside those that \
            the operations name there are some that belong to none: `NOT_FOUND` (404, there is no such path), \
            `METHOD_NOT_ALLOWED` (405, with `Allow`), `NOT_IMPLEMENTED` (501) and `HTTP_VERSION_NOT_SUPPORTED` (505).
            - `HEAD` is answered like `GET`, without the body, where a call is open to anybody.
            """;

    private static final String TOKENS = """
            A JWT of the issuer that the server trusts, with `exp`, `sub` and the right `aud`, good for 24 hours at most. \
            Its `sub` is the user; the scope `booking:admin` makes an admin.
            """;

    static {
        // It comes from the token, not from the request.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        SpringDocUtils.getConfig()
                .addResponseWrapperToIgnore(ReadyAnswer.class)
                .addResponseWrapperToIgnore(Answer.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Booking")
                        .version("v1")
                        .description(CONVENTIONS)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .tags(List.of(
                        new Tag()
                                .name("shows")
                                .description("Shows and their seats: anybody reads them, admins keep them."),
                        new Tag().name("bookings").description("Bookings and holds: of the user who asks.")))
                // Relative: the description is good for every server that answers it.
                .servers(List.of(new Server().url("/").description("The server that answers this description.")))
                .components(new Components()
                        .addSecuritySchemes(
                                Description.BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description(TOKENS)));
    }

    @Bean
    RecordSchemas recordSchemas(JsonMapper json) {
        var config = json.serializationConfig();
        var names = config.getPropertyNamingStrategy();
        // Where a name stands is nothing to the strategy: it looks at the name alone.
        return new RecordSchemas(name -> names.nameForField(config, null, name));
    }

    @Bean
    HttpServletRequestTransformer questionsAboutRoutes() {
        return RouteAccess.questions();
    }

    /** springdoc reads a validator's annotations. To make that validator would take long, and nobody would ask it. */
    @Bean
    WebMvcConfigurer noValidatorFromTheClasspath() {
        return new WebMvcConfigurer() {
            @Override
            public Validator getValidator() {
                return new Validator() {
                    @Override
                    public boolean supports(Class<?> type) {
                        return false;
                    }

                    @Override
                    public void validate(Object target, Errors errors) {
                        throw new UnsupportedOperationException("Supports nothing");
                    }
                };
            }
        };
    }

    @Bean
    Description description(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes,
            WebInvocationPrivilegeEvaluator rules,
            JsonMapper json) {
        return new Description(routes, new RouteAccess(rules), new Examples(json));
    }
}
