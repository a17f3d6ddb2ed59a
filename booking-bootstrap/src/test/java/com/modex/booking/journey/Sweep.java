package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;

/** What must be true of the database after any run; each query names what breaks it. */
public final class Sweep {
    private static final String LIVE = """
            WITH live AS (
                SELECT b.show_id, b.id, s.number
                FROM bookings b, unnest(b.seats) AS s (number)
                WHERE b.status = 'CONFIRMED' OR (b.status = 'PENDING' AND b.expires_at > clock_timestamp())
            )
            """;

    private Sweep() {}

    static void assertClean(RunningServer server) {
        assertClean(server::sql);
    }

    /**
     * Looks at a database in whatever way it can be asked.
     *
     * @param sql gives the rows of a query, their columns joined by a blank
     */
    public static void assertClean(Function<String, List<String>> sql) {
        assertThat(sql.apply(LIVE + "SELECT show_id, number FROM live GROUP BY show_id, number HAVING count(*) > 1"))
                .as("seats with more than one live booking")
                .isEmpty();
        assertThat(sql.apply(LIVE + """
                        SELECT l.id, l.number FROM live l
                        LEFT JOIN seats s ON s.show_id = l.show_id AND s.number = l.number
                        WHERE s.booking_id IS DISTINCT FROM l.id
                        """))
                .as("seats of live bookings whose rows do not name them")
                .isEmpty();
        assertThat(sql.apply(LIVE + """
                        SELECT s.show_id, s.number FROM seats s
                        WHERE s.booking_id IS NOT NULL
                          AND (s.held_until IS NULL OR s.held_until > clock_timestamp())
                          AND NOT EXISTS (SELECT FROM live l
                              WHERE l.show_id = s.show_id AND l.id = s.booking_id AND l.number = s.number)
                        """))
                .as("taken seats without a live booking")
                .isEmpty();
        assertThat(sql.apply("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
                .as("deadlocks by PostgreSQL's own count")
                .containsExactly("0");
    }
}
