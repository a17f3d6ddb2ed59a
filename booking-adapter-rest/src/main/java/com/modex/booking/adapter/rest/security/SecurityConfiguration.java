package com.modex.booking.adapter.rest.security;

import com.modex.booking.adapter.rest.caching.AnswersByRequest;
import com.modex.booking.adapter.rest.caching.ReadyAnswerFilter;
import com.modex.booking.adapter.rest.caching.ReadyAnswers;
import com.modex.booking.adapter.rest.header.SecurityHeaders;
import com.modex.booking.adapter.rest.limit.RateLimitFilter;
import com.modex.booking.adapter.rest.limit.RequestLimit;
import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.adapter.rest.problem.ProblemWriter;
import com.nimbusds.jose.KeySourceException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.OAuth2ProtectedResourceMetadataFilter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may do what. What is not allowed here is denied. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@Import({IssuerConfiguration.class, ManagementConfiguration.class})
public class SecurityConfiguration {
    static final String ADMIN = "SCOPE_" + RouteAccess.ADMIN_SCOPE;
    private static final String[] OPEN_TO_ALL = {
        "/v1/shows",
        "/v1/shows/{show_id}",
        "/v1/shows/{show_id}/seats",
        "/v1/shows/{show_id}/availability",
        "/v3/api-docs",
        "/actuator/health/liveness",
        "/actuator/health/readiness"
    };
    private static final String[] SWAGGER_UI = {"/swagger-ui.html", "/swagger-ui/**", "/v3/api-docs/swagger-config"};

    /** Spring puts these into every chain, with no setting against it. */
    private static final Set<Class<?>> LEFT_OUT = Set.of(
            // Answers anybody about this server, past all rules.
            OAuth2ProtectedResourceMetadataFilter.class,
            // There are no sessions whose ids could stand in a URL, and nothing is answered asynchronously.
            DisableEncodeUrlFilter.class,
            WebAsyncManagerIntegrationFilter.class);

    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            Denials denials,
            CorsConfigurationSource corsConfigurationSource,
            JwtDecoder jwtDecoder,
            Clock clock,
            ProblemWriter writer,
            RequestLimit limit,
            AnswersByRequest answersByRequest,
            ReadyAnswers readyAnswers) {
        var chain = http.authorizeHttpRequests(
                        routes -> routes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, OPEN_TO_ALL)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, OPEN_TO_ALL)
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/v1/shows/{show_id}/bookings")
                                .authenticated()
                                .requestMatchers("/v1/shows", "/v1/shows/**")
                                .hasAuthority(ADMIN)
                                .requestMatchers("/v1/**")
                                .authenticated()
                                // Open only where the local profile has put a route; elsewhere there is nothing.
                                .requestMatchers(HttpMethod.POST, "/local/tokens")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, SWAGGER_UI)
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.authenticationManager(new RememberedTokens(
                                new ProviderManager(new JwtAuthenticationProvider(jwtDecoder)), clock)))
                        .bearerTokenResolver(new BearerTokens())
                        .authenticationEntryPoint(denials::unauthenticated)
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(denials::unauthenticated);
                                return filter;
                            }
                        }))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(denials::unauthenticated)
                        .accessDeniedHandler((request, response, error) -> denials.forbidden(request, response)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .addFilter(CorsDoor.filter(corsConfigurationSource, writer, limit))
                .addFilterAfter(new RateLimitFilter(limit), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new ReadyAnswerFilter(answersByRequest, readyAnswers), RateLimitFilter.class)
                // Controllers say what may be kept; of what they are silent about nobody keeps a copy.
                .headers(headers -> headers.defaultsDisabled()
                        .addHeaderWriter(SecurityHeaders::set)
                        .addHeaderWriter((request, response) -> {
                            if (!response.containsHeader("Cache-Control")) {
                                response.setHeader("Cache-Control", "no-store");
                            }
                        }))
                .build();
        return new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                chain.getFilters().stream()
                        .filter(filter -> !LEFT_OUT.contains(filter.getClass()))
                        .toList());
    }

    @Bean
    Denials denials(ProblemWriter writer, RequestLimit limit) {
        return new Denials(writer, limit);
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter writer, RequestLimit limit) {
        return (request, response, rejected) -> {
            if (limit.admitsRefusal(request, response)) {
                writer.write(request, response, Problem.of(ProblemCode.MALFORMED_REQUEST));
            }
        };
    }

    /** A method that nobody knows is answered like any other that a route does not have. */
    @Bean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        // The rule that it has by itself, without its regular expression: tokens are long, and every look is checked.
        firewall.setAllowedHeaderNames(SecurityConfiguration::hasNoControls);
        firewall.setAllowedHeaderValues(SecurityConfiguration::hasNoControls);
        return firewall;
    }

    private static boolean hasNoControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Closed unless origins are named. */
    @Bean
    CorsConfigurationSource corsConfigurationSource(
            @Value("${booking.cors.allowed-origins}") List<String> allowedOrigins) {
        var source = new UrlBasedCorsConfigurationSource();
        if (!allowedOrigins.isEmpty()) {
            var cors = new CorsConfiguration();
            cors.setAllowedOrigins(allowedOrigins);
            cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PATCH"));
            cors.setAllowedHeaders(List.of("*"));
            cors.setExposedHeaders(List.of("ETag", "Location", "Retry-After", "Idempotency-Replayed"));
            source.registerCorsConfiguration("/v1/**", cors);
        }
        return source;
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }

    /** How a request is turned away. */
    static final class Denials {
        private final ProblemWriter writer;
        private final RequestLimit limit;

        Denials(ProblemWriter writer, RequestLimit limit) {
            this.writer = writer;
            this.limit = limit;
        }

        void unauthenticated(HttpServletRequest request, HttpServletResponse response, AuthenticationException error)
                throws IOException {
            // A bad token is refused before the filter that counts; whose it is nobody knows.
            if (!limit.admitsRefusal(request, response)) {
                return;
            }
            if (isForLackOfKeys(error)) {
                // No stack trace: when it happens it happens to everybody at once, and the cause names itself.
                LOG.warn("Tokens cannot be checked: {} ({})", error.getMessage(), String.valueOf(error.getCause()));
                writer.write(request, response, Problem.unavailable());
            } else if (isOfTheApi(request)
                    || error instanceof OAuth2AuthenticationException
                    || error instanceof AuthenticationServiceException) {
                writer.write(
                        request,
                        response,
                        Problem.of(ProblemCode.UNAUTHENTICATED).withHeader("WWW-Authenticate", "Bearer"));
            } else {
                writer.write(request, response, Problem.of(ProblemCode.NOT_FOUND));
            }
        }

        /** Spring calls a service broken, too, where only the token is: signed, say, by what its key is not for. */
        private static boolean isForLackOfKeys(AuthenticationException error) {
            for (Throwable cause = error; cause != null; cause = cause.getCause()) {
                if (cause instanceof KeySourceException) {
                    return true;
                }
            }
            return false;
        }

        void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
            writer.write(
                    request, response, Problem.of(isOfTheApi(request) ? ProblemCode.FORBIDDEN : ProblemCode.NOT_FOUND));
        }

        /** Outside of the API there is nothing to be allowed to see. */
        private static boolean isOfTheApi(HttpServletRequest request) {
            return request.getRequestURI().startsWith("/v1/");
        }
    }
}
