package com.modex.booking.adapter.rest.probe;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Answers probes. */
@Configuration(proxyBeanMethods = false)
public class ProbeConfiguration {
    @Bean
    ProbeController probeController(ApplicationAvailability availability) {
        return new ProbeController(availability);
    }
}
