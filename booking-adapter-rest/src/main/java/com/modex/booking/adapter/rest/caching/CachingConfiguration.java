package com.modex.booking.adapter.rest.caching;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Public reads are answered with bytes that are ready. */
@Configuration(proxyBeanMethods = false)
public class CachingConfiguration {
    /** With the reading that follows, what another server has changed is seen within a second. */
    private static final Duration MAX_AGE = Duration.ofMillis(800);

    /** Each connection has so much memory for it; see {@code server.tomcat.max-connections}. */
    private static final DataSize WRITTEN_AT_ONCE = DataSize.ofKilobytes(48);

    @Bean
    ReadyAnswers readyAnswers(@Value("${booking.ready-answers.memory}") DataSize memory, JsonMapper json) {
        // A stopwatch and no clock: what time it is does not matter, nor that a clock is put back.
        return new ReadyAnswers(json, memory.toBytes(), MAX_AGE, Ticker.systemTicker());
    }

    @Bean
    AnswersByRequest answersByRequest() {
        return new AnswersByRequest();
    }

    @Bean
    ReadyAnswerSender readyAnswerSender(AnswersByRequest answersByRequest) {
        return new ReadyAnswerSender(answersByRequest);
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
