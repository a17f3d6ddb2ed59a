package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.bootstrap.BookingServer;
import com.modex.booking.faults.ApiClient.Answer;
import com.modex.booking.journey.Sweep;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A server whose clock is wrong sells by the database's. */
class WrongClockTest {
    private static DurablePostgres postgres;

    @BeforeAll
    static void start() {
        postgres = DurablePostgres.start();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, -2})
    void aHoldLastsAsLongAsEver(int hoursOff) throws IOException {
        var wrong = Clock.offset(Clock.systemUTC(), Duration.ofHours(hoursOff));
        try (var context = startWith(wrong);
                var client = new ApiClient(
                        ((WebServerApplicationContext) context).getWebServer().getPort())) {
            assertThat(context.getBean(Clock.class)).isSameAs(wrong);
            String show = client.scheduleShow(2);
            Answer held = client.hold("alice", show, List.of(1), null);

            assertThat(held.status()).isEqualTo(201);
            assertThat(postgres.sql("""
                            SELECT expires_at - created_at = interval '120 seconds',
                                   abs(extract(epoch FROM clock_timestamp() - created_at)) < 60
                            FROM bookings WHERE id = '%s'
                            """.formatted(held.text("id")))).containsExactly("t t");
            assertThat(client.book("bob", show, List.of(1), null).problem()).isEqualTo("409 SEATS_UNAVAILABLE");

            postgres.execute("""
                    UPDATE bookings SET expires_at = clock_timestamp() - interval '1 second' WHERE status = 'PENDING';
                    UPDATE seats SET held_until = clock_timestamp() - interval '1 second' WHERE held_until IS NOT NULL
                    """);
            assertThat(client.book("bob", show, List.of(1), null).status()).isEqualTo(201);
            assertThat(client.confirm("alice", held.text("id")).problem()).isEqualTo("409 BOOKING_EXPIRED");
        }
        Sweep.assertClean(postgres::sql);
    }

    private static ConfigurableApplicationContext startWith(Clock clock) {
        return new SpringApplicationBuilder(BookingServer.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("wrongClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(
                        "--server.port=0",
                        "--spring.profiles.active=local",
                        "--booking.warm-up=0s",
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + postgres.port() + "/booking",
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=");
    }
}
