package com.modex.booking.adapter.rest.dispatch;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How Spring MVC comes from a request to its route, without what no route needs. */
@Configuration(proxyBeanMethods = false)
public class DispatchConfiguration {
    @Bean
    WebMvcRegistrations routesByPathFirst() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new PathFirstMapping();
            }
        };
    }

    /** First of all: those that Spring puts in front of one's own would write answers as if they were their own JSON. */
    @Bean
    SmartInitializingSingleton answersAreSentByTheirOwnHandlers(
            @Qualifier("requestMappingHandlerAdapter") RequestMappingHandlerAdapter adapter,
            List<HandlerMethodReturnValueHandler> own) {
        return () -> adapter.setReturnValueHandlers(
                Stream.concat(own.stream(), Objects.requireNonNull(adapter.getReturnValueHandlers()).stream())
                        .toList());
    }

    /** Nobody asks for the request of a thread, and the dispatcher would have it kept once more. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
        var registration = new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }
}
