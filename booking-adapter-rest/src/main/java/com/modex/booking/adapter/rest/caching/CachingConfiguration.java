package com.modex.booking.adapter.rest.caching;

import com.github.benmanes.caffeine.cache.Ticker;
import com.modex.booking.adapter.rest.bulkhead.BulkheadConfiguration;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;

/** Public reads are answered with bytes that are ready. */
@Configuration(proxyBeanMethods = false)
public class CachingConfiguration {
    /** With the reading that follows, what another server has changed is seen within a second. */
    private static final Duration MAX_AGE = Duration.ofMillis(800);

    /** Each connection has so much memory for it; see {@code server.tomcat.max-connections}. */
    private static final DataSize WRITTEN_AT_ONCE = DataSize.ofKilobytes(32);

    @Bean
    ReadyAnswers readyAnswers(@Value("${booking.ready-answers.memory}") DataSize memory, JsonMapper json) {
        // A stopwatch and no clock: what time it is does not matter, nor that a clock is put back.
        return new ReadyAnswers(json, memory.toBytes(), MAX_AGE, Ticker.systemTicker());
    }

    @Bean
    AnswersByRequest answersByRequest() {
        return new AnswersByRequest();
    }

    /** Behind Spring Security's filters, and before those that bound the queue for the database. */
    @Bean
    FilterRegistrationBean<ReadyAnswerFilter> readyAnswerFilter(
            AnswersByRequest answersByRequest, ReadyAnswers answers) {
        var registration = new FilterRegistrationBean<>(new ReadyAnswerFilter(answersByRequest, answers));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(BulkheadConfiguration.BEFORE_QUEUES_ORDER);
        return registration;
    }

    /** First of all: the handlers that Spring puts in front of one's own would have the answer written as JSON. */
    @Bean
    SmartInitializingSingleton readyAnswersAreSentAsTheyAre(
            @Qualifier("requestMappingHandlerAdapter") RequestMappingHandlerAdapter adapter,
            AnswersByRequest answersByRequest) {
        return () -> {
            List<HandlerMethodReturnValueHandler> handlers =
                    new ArrayList<>(Objects.requireNonNull(adapter.getReturnValueHandlers()));
            handlers.addFirst(new ReadyAnswerSender(answersByRequest));
            adapter.setReturnValueHandlers(handlers);
        };
    }

    /**
     * Tomcat would hand 8 KB at a time to the system, from the heap, whence Java copies them once more: a seat map of some
     * hundred kilobytes costs dozens of calls then, and more than half of all that sending it costs.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> largeWrites() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.directBuffer", "true");
            connector.setProperty("socket.appWriteBufSize", Long.toString(WRITTEN_AT_ONCE.toBytes()));
        });
    }
}
