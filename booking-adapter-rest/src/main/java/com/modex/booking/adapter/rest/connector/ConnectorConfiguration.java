package com.modex.booking.adapter.rest.connector;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Gives Tomcat virtual threads, but not without end. */
@Configuration(proxyBeanMethods = false)
public class ConnectorConfiguration {
    /** Behind Boot's own, which sets virtual threads without a limit. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> limitedVirtualThreads(
            @Value("${server.tomcat.threads.max}") int atOnce) {
        return factory -> factory.addProtocolHandlerCustomizers(
                protocol -> protocol.setExecutor(new LimitedVirtualThreads("tomcat-handler-", atOnce)));
    }
}
