package com.modex.booking.benchmark;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * The yardstick: the same booking as one transaction by plain pgjdbc on the same tables, as one would write it by hand.
 * Locks the seats in order, adds the booking, marks the seats, commits. No HTTP, no tokens, no rules.
 */
final class BareJdbc {

    /** As many as the server's pool has. */
    static final int CONNECTIONS = 8;

    private static final String LOCK =
            "SELECT booking_id, held_until > clock_timestamp(), blocked FROM seats WHERE show_id = ? AND number = ANY (?)"
                    + " ORDER BY number FOR UPDATE";
    private static final String INSERT =
            "INSERT INTO bookings (show_id, id, user_id, seats, status, created_at, confirmed_at)"
                    + " VALUES (?, ?, ?, ?, 'CONFIRMED', clock_timestamp(), clock_timestamp())";
    private static final String UPDATE =
            "UPDATE seats SET booking_id = ?, held_until = NULL WHERE show_id = ? AND number = ANY (?)";

    private final Postgres postgres;
    private final CpuMeter meter;

    BareJdbc(Postgres postgres, CpuMeter meter) {
        this.postgres = postgres;
        this.meter = meter;
    }

    Outcome keepUp(Duration time, Deck deck, Promises promises) throws SQLException, InterruptedException {
        List<Seller> sellers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                sellers.add(new Seller(postgres.connect(), deck, promises, "seller-" + i));
            }
            CpuMeter.Reading begin = meter.read();
            long deadline = System.nanoTime() + time.toNanos();
            List<Future<Histogram>> pending = new ArrayList<>();
            for (Seller seller : sellers) {
                seller.deadline = deadline;
                pending.add(threads.submit(seller));
            }
            Histogram nanos = new Histogram(3);
            long refused = 0;
            for (int i = 0; i < CONNECTIONS; i++) {
                nanos.add(pending.get(i).get());
                refused += sellers.get(i).refused;
            }
            CpuMeter.Reading end = meter.read();
            return new Outcome(
                    nanos.getTotalCount() - refused,
                    refused,
                    0,
                    0,
                    Duration.ofNanos(end.at() - begin.at()),
                    nanos,
                    end.since(begin));
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } finally {
            for (Seller seller : sellers) {
                seller.connection.close();
            }
        }
    }

    /** One connection's loop. */
    private static final class Seller implements Callable<Histogram> {

        private final Connection connection;
        private final Deck deck;
        private final Promises promises;
        private final String user;
        private final SplittableRandom random = new SplittableRandom();
        private long deadline;
        private long refused;

        Seller(Connection connection, Deck deck, Promises promises, String user) {
            this.connection = connection;
            this.deck = deck;
            this.promises = promises;
            this.user = user;
        }

        @Override
        public Histogram call() throws SQLException {
            Histogram nanos = new Histogram(3);
            try (Statement session = connection.createStatement()) {
                // The yardstick shall be the better for it: planning costs more than the statements themselves.
                session.execute("SET plan_cache_mode = force_generic_plan");
            }
            connection.setAutoCommit(false);
            try (PreparedStatement lock = connection.prepareStatement(LOCK);
                    PreparedStatement insert = connection.prepareStatement(INSERT);
                    PreparedStatement update = connection.prepareStatement(UPDATE)) {
                long now = System.nanoTime();
                while (now < deadline) {
                    if (!sell(deck.deal(), lock, insert, update)) {
                        refused++;
                    }
                    long then = now;
                    now = System.nanoTime();
                    nanos.recordValue(now - then);
                }
            }
            return nanos;
        }

        private boolean sell(Seats seats, PreparedStatement lock, PreparedStatement insert, PreparedStatement update)
                throws SQLException {
            UUID show = UUID.fromString(seats.show());
            Array numbers = connection.createArrayOf("int4", new Integer[] {seats.first(), seats.first() + 1});
            lock.setObject(1, show);
            lock.setArray(2, numbers);
            int free = 0;
            try (ResultSet rows = lock.executeQuery()) {
                while (rows.next()) {
                    boolean expired = rows.getObject(1) != null && !rows.getBoolean(2) && !rows.wasNull();
                    if ((rows.getObject(1) == null || expired) && !rows.getBoolean(3)) {
                        free++;
                    }
                }
            }
            if (free < seats.count()) {
                connection.rollback();
                return false;
            }
            UUID booking = timeOrderedId();
            insert.setObject(1, show);
            insert.setObject(2, booking);
            insert.setString(3, user);
            insert.setArray(4, numbers);
            insert.executeUpdate();
            update.setObject(1, booking);
            update.setObject(2, show);
            update.setArray(3, numbers);
            update.executeUpdate();
            connection.commit();
            promises.keep(booking.toString(), seats, user, true);
            return true;
        }

        /** A UUIDv7 as the server's ids are, so that both fill the indexes from the same end. */
        private UUID timeOrderedId() {
            return new UUID(
                    System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000),
                    random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
        }
    }
}
