package com.modex.booking.bootstrap;

import com.modex.booking.adapter.postgres.PostgresAdapterConfiguration;
import com.modex.booking.adapter.rest.RestAdapterConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The server: the use cases between the REST adapter and the PostgreSQL adapter. */
@SpringBootApplication(proxyBeanMethods = false)
@Import({RestAdapterConfiguration.class, PostgresAdapterConfiguration.class})
public class BookingServer {
    public static void main(String[] args) {
        SpringApplication.run(BookingServer.class, args);
    }
}
