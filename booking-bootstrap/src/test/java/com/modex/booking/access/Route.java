package com.modex.booking.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The routes of a server by its own account, in the form {@code GET /v1/shows}; {@code *} stands for every method. */
final class Route {
    private static final String ANY = "* ";
    private static final Pattern VERSION = Pattern.compile("/\\d+(\\.\\d+)+/");

    private Route() {}

    /** All that the servlet hands requests to, whoever has put it there: controllers, the actuator, springdoc, Spring. */
    static Set<String> allOf(RunningServer server) {
        List<HandlerMapping> mappings = mappingsOf(server);
        assertThat(server.part(DispatcherServlet.class).getServletContext().getServletRegistrations())
                .as("a servlet beside Spring's has routes that this walk does not know")
                .containsOnlyKeys("dispatcherServlet");
        var routes = new TreeSet<String>();
        for (HandlerMapping mapping : mappings) {
            // Another version of Swagger UI is no other route.
            of(mapping).forEach(route -> routes.add(VERSION.matcher(route).replaceAll("/{version}/")));
        }
        return routes;
    }

    /** Those of them whose controllers return such a thing. */
    static Set<String> returning(Class<?> type, RunningServer server) {
        var routes = new TreeSet<String>();
        for (HandlerMapping mapping : mappingsOf(server)) {
            if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
                methods.getHandlerMethods().forEach((info, method) -> {
                    if (method.getReturnType().getParameterType() == type) {
                        routes.addAll(of(info));
                    }
                });
            }
        }
        return routes;
    }

    private static List<HandlerMapping> mappingsOf(RunningServer server) {
        // The servlet collects its mappings when it is first asked for something.
        server.get(null, "/v1/shows");
        return Objects.requireNonNull(server.part(DispatcherServlet.class).getHandlerMappings());
    }

    private static List<String> of(HandlerMapping mapping) {
        return switch (mapping) {
            case RequestMappingInfoHandlerMapping methods ->
                methods.getHandlerMethods().keySet().stream()
                        .flatMap(info -> of(info).stream())
                        .toList();
            case AbstractUrlHandlerMapping urls -> of(urls);
            case RouterFunctionMapping functions -> {
                assertThat(functions.getRouterFunction())
                        .as("what a router function routes cannot be listed")
                        .isNull();
                yield List.of();
            }
            default -> throw new AssertionError("This walk does not know what such a mapping routes: " + mapping);
        };
    }

    private static List<String> of(RequestMappingInfo info) {
        var paths = Objects.requireNonNull(info.getPathPatternsCondition()).getPatternValues();
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? paths.stream().map(path -> ANY + path).toList()
                : methods.stream()
                        .flatMap(method -> paths.stream().map(path -> method + " " + path))
                        .toList();
    }

    private static List<String> of(AbstractUrlHandlerMapping urls) {
        var routes = new ArrayList<String>();
        urls.getHandlerMap().keySet().forEach(path -> routes.add(ANY + path));
        if (urls.getRootHandler() != null) {
            routes.add(ANY + "/");
        }
        if (urls.getDefaultHandler() != null) {
            routes.add(ANY + "/**");
        }
        return routes;
    }
}
