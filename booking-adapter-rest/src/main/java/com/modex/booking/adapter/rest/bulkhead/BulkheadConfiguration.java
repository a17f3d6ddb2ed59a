package com.modex.booking.adapter.rest.bulkhead;

import com.modex.booking.adapter.rest.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpFilter;
import java.time.Duration;
import java.util.EnumSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Bounds the queue before the database. */
@Configuration(proxyBeanMethods = false)
public class BulkheadConfiguration {
    /** The last of all filters: what needs no database has been answered before. */
    private static final int PLACES_ORDER = Ordered.LOWEST_PRECEDENCE;

    private static final int BODIES_ORDER = PLACES_ORDER - 1;

    @Bean
    FilterRegistrationBean<BulkheadFilter> bulkheadFilter(
            @Value("${booking.bulkhead.reads}") int reads,
            @Value("${booking.bulkhead.commands}") int commands,
            @Value("${booking.bulkhead.patience}") Duration patience,
            ProblemWriter writer) {
        var registration = new FilterRegistrationBean<>(new BulkheadFilter(
                new Bulkhead(reads, patience, System::nanoTime),
                new Bulkhead(commands, patience, System::nanoTime),
                writer));
        return registered(registration, PLACES_ORDER);
    }

    @Bean
    FilterRegistrationBean<BodyFirstFilter> bodyFirstFilter(
            @Value("${booking.bulkhead.bodies}") int bodies,
            @Value("${booking.bulkhead.bodies-of-one-caller}") int bodiesOfOneCaller,
            @Value("${booking.bulkhead.bodies-patience}") Duration patience,
            ProblemWriter writer) {
        return registered(
                new FilterRegistrationBean<>(
                        new BodyFirstFilter(new BodyPlaces(bodies, bodiesOfOneCaller, patience), writer)),
                BODIES_ORDER);
    }

    private static <F extends HttpFilter> FilterRegistrationBean<F> registered(
            FilterRegistrationBean<F> registration, int order) {
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.addUrlPatterns("/v1/*");
        registration.setOrder(order);
        return registration;
    }
}
