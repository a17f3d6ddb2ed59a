package com.modex.booking.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Shows that have been on sale for a while: of {@value #SEATS} seats {@value #BOOKINGS} are sold, each by a booking of its
 * own. Made by SQL, because millions of bookings by HTTP take hours.
 */
final class Filling {

    static final int SEATS = 2_000;
    static final int BOOKINGS = 1_000;

    private static final String NAME = "Growth";
    private static final int SHOWS_AT_ONCE = 100;

    /** All that is not named here is as in a show that the server itself has made. */
    private static final String COPY_SHOWS = """
            INSERT INTO shows
            SELECT (jsonb_populate_record(template, jsonb_build_object('id', gen_random_uuid(), 'name', '%s'))).*
            FROM shows template, generate_series(1, ?)
            WHERE template.id = ?
            RETURNING id
            """.formatted(NAME);

    /** Ids rise with time, as the server's do: those of one show lie together. */
    private static final String SELL = """
            WITH chosen AS (
                SELECT id, ordinality + ? AS place FROM unnest(?) WITH ORDINALITY AS listed (id, ordinality)
            ), sold AS (
                INSERT INTO bookings (show_id, id, user_id, seats, status, created_at, confirmed_at)
                SELECT id,
                       (lpad(to_hex(1700000000000 + place), 12, '0') || '7' || lpad(to_hex(number), 3, '0')
                        || '8' || substr(md5(id::text || number), 1, 15))::uuid,
                       'visitor-' || (place * 7 + number * 131) %% 100000, ARRAY[number], 'CONFIRMED',
                       clock_timestamp() - interval '1 day', clock_timestamp() - interval '1 day'
                FROM chosen, generate_series(1, %1$d) AS number
                RETURNING show_id, id, seats
            )
            INSERT INTO seats (show_id, number, booking_id)
            SELECT show_id, seats[1], id FROM sold
            UNION ALL
            SELECT id, number, NULL FROM chosen, generate_series(%1$d + 1, %2$d) AS number
            """.formatted(BOOKINGS, SEATS);

    private final Postgres postgres;
    private final String template;
    private int shows;

    /**
     * @param template a show of {@value #SEATS} seats
     */
    Filling(Postgres postgres, String template) {
        this.postgres = postgres;
        this.template = template;
    }

    /** Adds shows until there are that many. */
    void growTo(int wanted) throws SQLException {
        try (Connection connection = postgres.connect();
                PreparedStatement copy = connection.prepareStatement(COPY_SHOWS);
                PreparedStatement sell = connection.prepareStatement(SELL)) {
            while (shows < wanted) {
                int more = Math.min(SHOWS_AT_ONCE, wanted - shows);
                copy.setInt(1, more);
                copy.setObject(2, UUID.fromString(template));
                UUID[] made = new UUID[more];
                try (var ids = copy.executeQuery()) {
                    for (int i = 0; ids.next(); i++) {
                        made[i] = ids.getObject(1, UUID.class);
                    }
                }
                sell.setInt(1, shows);
                sell.setArray(2, connection.createArrayOf("uuid", made));
                sell.executeUpdate();
                shows += more;
                if (shows % 1_000 == 0) {
                    Main.say("Filled %d shows", shows);
                }
            }
        }
    }

    List<String> shows() throws SQLException {
        return postgres.rows("SELECT id FROM shows WHERE name = '" + NAME + "'").stream()
                .map(List::getFirst)
                .toList();
    }

    /** Pairs of what is still free. */
    Deck deck(long seed) throws SQLException {
        return new Deck(shows(), BOOKINGS + 1, SEATS, seed);
    }
}
