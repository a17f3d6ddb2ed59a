package com.modex.booking.bootstrap.warmup;

import com.modex.booking.application.BusinessClock;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.application.booking.BookingUseCases;
import com.modex.booking.application.rehearsal.RehearsalUseCases;
import com.modex.booking.application.show.ShowUseCases;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Wires the warm-up: the server's own use cases, on a unit of work that leaves nothing behind. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WarmUpConfiguration {
    @Bean
    RehearsalUseCases rehearsalUseCases(
            @Qualifier("undone") UnitOfWork undone, ShowUseCases shows, BookingUseCases bookings, BusinessClock clock) {
        return new RehearsalUseCases(undone, shows, bookings, clock);
    }

    @Bean
    WarmUp warmUp(
            RehearsalUseCases rehearsals,
            Environment environment,
            @Value("${booking.warm-up}") Duration time,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
        return new WarmUp(
                time,
                connections,
                // Of its own for each caller, in whose transaction alone its show can be seen.
                () -> rehearsals.rehearseSale()::rehearse,
                () -> OwnRequests.to(
                        environment.getRequiredProperty("local.server.port", Integer.class),
                        environment.acceptsProfiles(Profiles.of("local"))));
    }
}
