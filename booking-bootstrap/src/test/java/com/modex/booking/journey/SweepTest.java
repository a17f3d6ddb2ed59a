package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sweep sees each fault that it is there for: here they are made, by SQL. */
class SweepTest {
    private static RunningServer server;
    private String show;

    @BeforeAll
    static void start() {
        server = RunningServer.start("--booking.sweep-interval=1h");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Seat 1 is sold, seat 2 on hold, seat 3 was, seat 4 is free. */
    @BeforeEach
    void aShow() {
        show = server.scheduleShow(4);
        String alice = server.userToken("alice");
        String bookings = "/v1/shows/" + show + "/bookings";
        server.post(alice, bookings, "{\"seats\": [3], \"confirm\": false}");
        server.letHoldsRunOut();
        server.post(alice, bookings, "{\"seats\": [1]}");
        server.post(alice, bookings, "{\"seats\": [2], \"confirm\": false}");
    }

    @Test
    void nothingIsWrongAboutSeatsThatAreSoldOnHoldNoLongerOnHoldOrFree() {
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE bookings SET seats = '{1, 2}' WHERE status = 'CONFIRMED'           | 2 | has more than one live booking
            UPDATE bookings SET seats = '{1, 4}' WHERE status = 'CONFIRMED'           | 4 | does not name the live booking that has it
            UPDATE seats SET booking_id = NULL, held_until = NULL WHERE number = 2    | 2 | does not name the live booking that has it
            UPDATE seats SET held_until = now() + interval '1 minute' WHERE number = 1 | 1 | is given up at another time than its live booking
            UPDATE seats SET held_until = now() WHERE number = 2                      | 2 | is given up at another time than its live booking
            UPDATE seats SET held_until = NULL WHERE number = 2                       | 2 | is given up at another time than its live booking
            UPDATE seats SET held_until = NULL WHERE number = 3                       | 3 | is taken without a live booking
            UPDATE seats SET held_until = now() + interval '1 minute' WHERE number = 3 | 3 | is taken without a live booking
            UPDATE seats SET booking_id = gen_random_uuid() WHERE number = 4          | 4 | is taken without a live booking
            UPDATE bookings SET status = 'CANCELLED', cancelled_at = now() WHERE status = 'CONFIRMED' | 1 | is taken without a live booking
            DELETE FROM seats WHERE number = 3                                        | 3 | is missing before a later one
            """)
    void whatIsWrong(String damage, String seat, String fault) {
        server.execute(damage + " AND show_id = '" + show + "'");

        assertThat(faults()).contains(fault + " " + show + " " + seat);
    }

    private List<String> faults() {
        return Sweep.faults(server::sql).stream()
                .filter(row -> row.contains(show))
                .toList();
    }
}
