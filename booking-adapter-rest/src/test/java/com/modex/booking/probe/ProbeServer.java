package com.modex.booking.probe;

import com.modex.booking.adapter.rest.answer.AnswerConfiguration;
import com.modex.booking.adapter.rest.caching.CachingConfiguration;
import com.modex.booking.adapter.rest.dispatch.DispatchConfiguration;
import com.modex.booking.adapter.rest.json.JsonConfiguration;
import com.modex.booking.adapter.rest.limit.LimitConfiguration;
import com.modex.booking.adapter.rest.local.LocalConfiguration;
import com.modex.booking.adapter.rest.problem.ProblemConfiguration;
import com.modex.booking.adapter.rest.security.SecurityConfiguration;
import com.modex.booking.adapter.rest.trace.TraceConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The HTTP adapter with controllers that only answer what they were told. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    TraceConfiguration.class,
    ProblemConfiguration.class,
    DispatchConfiguration.class,
    JsonConfiguration.class,
    AnswerConfiguration.class,
    CachingConfiguration.class,
    LimitConfiguration.class,
    SecurityConfiguration.class,
    LocalConfiguration.class,
    ProbeController.class
})
public class ProbeServer {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
