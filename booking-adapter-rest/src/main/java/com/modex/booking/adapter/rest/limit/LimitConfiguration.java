package com.modex.booking.adapter.rest.limit;

import com.modex.booking.adapter.rest.problem.ProblemWriter;
import io.github.bucket4j.TimeMeter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limit on requests that the environment sets. */
@Configuration(proxyBeanMethods = false)
public class LimitConfiguration {
    @Bean
    RequestLimit requestLimit(@Value("${booking.rate-limit}") String setting, ProblemWriter writer) {
        return Rate.parse(setting)
                // A stopwatch and no clock: what time it is does not matter, nor that a clock is put back.
                .map(rate -> new RequestLimit(new CallerBuckets(rate, TimeMeter.SYSTEM_NANOTIME), writer))
                .orElseGet(() -> new RequestLimit(null, writer));
    }
}
