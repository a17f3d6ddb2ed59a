package com.modex.booking.benchmark;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What must be true of the tables after any load. Each check counts what breaks it, as of one instant: on large tables it
 * takes minutes, and holds run out meanwhile.
 */
final class Sweep {

    private static final String LIVE = """
            WITH live AS (
                SELECT b.show_id, b.id, s.number
                FROM bookings b, unnest(b.seats) AS s (number)
                WHERE b.status = 'CONFIRMED' OR (b.status = 'PENDING' AND b.expires_at > statement_timestamp())
            )
            """;

    private static final Map<String, String> CHECKS = new LinkedHashMap<>();

    static {
        CHECKS.put("seats with two live bookings", LIVE + """
                SELECT count(*) FROM (SELECT FROM live GROUP BY show_id, number HAVING count(*) > 1) twice
                """);
        CHECKS.put("seats of live bookings that do not name them", LIVE + """
                SELECT count(*) FROM live l
                LEFT JOIN seats s ON s.show_id = l.show_id AND s.number = l.number
                WHERE s.booking_id IS DISTINCT FROM l.id
                """);
        CHECKS.put("taken seats without a live booking", LIVE + """
                SELECT count(*) FROM seats s
                LEFT JOIN live l ON l.show_id = s.show_id AND l.number = s.number AND l.id = s.booking_id
                WHERE s.booking_id IS NOT NULL
                  AND (s.held_until IS NULL OR s.held_until > statement_timestamp())
                  AND l.id IS NULL
                """);
        CHECKS.put("answers of 201 that are not in the database as told", """
                SELECT count(*) FROM %s p
                LEFT JOIN bookings b ON b.show_id = p.show_id AND b.id = p.id
                WHERE b.id IS NULL OR b.seats <> p.seats OR b.user_id <> p.user_id
                   OR (p.confirmed AND b.status <> 'CONFIRMED')
                """.formatted(Promises.TABLE));
        CHECKS.put("bookings that were given out twice", """
                SELECT count(*) FROM (SELECT FROM %s GROUP BY id HAVING count(*) > 1) twice
                """.formatted(Promises.TABLE));
        CHECKS.put("deadlocks", "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    }

    private Sweep() {}

    /** What breaks each promise, by its name; all zero if none is broken. */
    static Map<String, Long> of(Postgres postgres) throws SQLException {
        Map<String, Long> found = new LinkedHashMap<>();
        for (Map.Entry<String, String> check : CHECKS.entrySet()) {
            found.put(check.getKey(), Long.valueOf(postgres.text(check.getValue())));
        }
        return found;
    }
}
