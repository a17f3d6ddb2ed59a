package com.modex.booking.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Every booking that a caller was told of. They are kept in a table of their own, so that the sweep can hold them against
 * what is in the database.
 */
final class Promises {

    static final String TABLE = "benchmark_promises";

    /** All rows as one text, a line each: many thousands of them are there in a moment. */
    private static final String INSERT = "INSERT INTO " + TABLE + """
             SELECT split_part(line, ' ', 1)::uuid, split_part(line, ' ', 2)::uuid, split_part(line, ' ', 3)::int[],
                    split_part(line, ' ', 4), split_part(line, ' ', 5)::boolean
             FROM unnest(string_to_array(?, chr(10))) AS lines (line)
             WHERE line <> ''
            """;

    private StringBuilder rows = new StringBuilder();
    private int kept;

    static void createTable(Postgres postgres) throws SQLException {
        postgres.execute("DROP TABLE IF EXISTS " + TABLE);
        postgres.execute("CREATE TABLE " + TABLE
                + " (id uuid NOT NULL, show_id uuid NOT NULL, seats int[] NOT NULL, user_id text NOT NULL,"
                + " confirmed boolean NOT NULL)");
    }

    static void dropTable(Postgres postgres) throws SQLException {
        postgres.execute("DROP TABLE IF EXISTS " + TABLE);
    }

    /** A caller was told that these seats are theirs, for now or for good. */
    synchronized void keep(String booking, Seats seats, String user, boolean confirmed) {
        rows.append(booking)
                .append(' ')
                .append(seats.show())
                .append(" {")
                .append(seats.numbers())
                .append("} ")
                .append(user)
                .append(confirmed ? " true\n" : " false\n");
        kept++;
    }

    synchronized int kept() {
        return kept;
    }

    /** Between two runs, not within one. */
    synchronized void writeTo(Postgres postgres) throws SQLException {
        try (Connection connection = postgres.connect();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, rows.toString());
            insert.executeUpdate();
        }
        rows = new StringBuilder();
    }
}
