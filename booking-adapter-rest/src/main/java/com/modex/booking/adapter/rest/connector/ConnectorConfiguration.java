package com.modex.booking.adapter.rest.connector;

import java.time.Duration;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Gives Tomcat virtual threads, but not without end, and little patience with those who keep one busy. */
@Configuration(proxyBeanMethods = false)
public class ConnectorConfiguration {
    /** How long a body may pause. While it is waited for, it takes the place of a request that could be worked on. */
    private static final Duration PAUSE_IN_A_BODY = Duration.ofSeconds(3);

    /** Behind Boot's own, which sets virtual threads without a limit. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> limitedVirtualThreads(
            @Value("${server.tomcat.threads.max}") int atOnce, Draining draining) {
        return factory -> factory.addProtocolHandlerCustomizers(protocol -> {
            var threads = new LimitedVirtualThreads("tomcat-handler-", atOnce);
            protocol.setExecutor(threads);
            draining.of(protocol, threads);
        });
    }

    @Bean
    Draining draining() {
        return new Draining();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> littlePatienceWithBodies() {
        return factory -> {
            factory.addProtocolHandlerCustomizers(protocol -> {
                if (protocol instanceof AbstractHttp11Protocol<?> http) {
                    http.setDisableUploadTimeout(false);
                    http.setConnectionUploadTimeout(Math.toIntExact(PAUSE_IN_A_BODY.toMillis()));
                }
            });
            factory.addEngineValves(new TurnValve(), new UnreadBodyValve());
        };
    }
}
