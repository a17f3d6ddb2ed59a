package com.modex.booking.adapter.postgres;

import com.modex.booking.application.ChangeCounts;
import com.modex.booking.application.GroupCommit;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.application.booking.BookingUseCases;
import com.modex.booking.application.show.ShowUseCases;
import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.Fixtures;
import com.modex.booking.domain.booking.BookingLock;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.booking.BuyerLock;
import com.modex.booking.domain.booking.ExpiredHolds;
import com.modex.booking.domain.booking.HoldLimit;
import com.modex.booking.domain.seat.SalesLedger;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.show.ShowLock;
import com.modex.booking.domain.show.Shows;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Every driven port as the configuration makes it, over one real database. */
final class PostgresWorld implements BookingWorld {
    private static final TestDatabase SHARED = TestPostgres.newDatabase();

    private final PostgresAdapterConfiguration adapter = new PostgresAdapterConfiguration();
    private final ChangeCounts changeCounts = new ChangeCounts();
    private final DSLContext dsl;
    private final UnitOfWork unitOfWork;

    private PostgresWorld(DataSource dataSource) {
        dsl = adapter.dsl(dataSource);
        unitOfWork = adapter.unitOfWork(new JdbcTransactionManager(dataSource));
    }

    /** On the database that the tests of this module share, emptied, with the lock time-out of production. */
    static PostgresWorld empty() {
        var world = on(SHARED, "-c lock_timeout=2s");
        world.execute("TRUNCATE shows, show_creations, seats, bookings, buyers");
        return world;
    }

    /** The same for many threads: over a pool like the server's, so that they race for seats and not for sessions. */
    static PostgresWorld emptyAndPooled() {
        empty();
        return on(Pool.SHARED);
    }

    static PostgresWorld on(TestDatabase database, String options) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.jdbcUrl());
        dataSource.setUser(database.username());
        dataSource.setPassword(database.password());
        dataSource.setOptions(options);
        return new PostgresWorld(dataSource);
    }

    static PostgresWorld on(DataSource dataSource) {
        return new PostgresWorld(dataSource);
    }

    /** The same database, seen by somebody with other settings. */
    static PostgresWorld shared(String options) {
        return on(SHARED, options);
    }

    /** Made for the first test that needs it, and kept until the JVM ends. */
    private static final class Pool {
        private static final HikariDataSource SHARED = pool();

        private static HikariDataSource pool() {
            var pool = new HikariDataSource();
            pool.setJdbcUrl(PostgresWorld.SHARED.jdbcUrl());
            pool.setUsername(PostgresWorld.SHARED.username());
            pool.setPassword(PostgresWorld.SHARED.password());
            pool.addDataSourceProperty("options", "-c lock_timeout=2s");
            pool.setMaximumPoolSize(10);
            return pool;
        }
    }

    DSLContext dsl() {
        return dsl;
    }

    ChangeCounts changeCounts() {
        return changeCounts;
    }

    UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    BookingUseCases useCases() {
        return new BookingUseCases(
                unitOfWork,
                shows(),
                seatLock(),
                seatMaps(),
                bookings(),
                salesLedger(),
                bookingLock(),
                buyerLock(),
                expiredHolds(),
                Fixtures::newBookingId,
                new HoldLimit(20),
                adapter.businessClock(dsl),
                time -> LockSupport.parkNanos(time.toNanos()),
                new GroupCommit.Carriage(task -> Thread.ofPlatform().start(task), 2, 128, 8));
    }

    ShowUseCases showUseCases() {
        return new ShowUseCases(
                unitOfWork,
                shows(),
                showLock(),
                seatLock(),
                seatMaps(),
                bookings(),
                Fixtures::newShowId,
                adapter.businessClock(dsl),
                changeCounts,
                System::nanoTime);
    }

    /** Runs plain SQL, within the running unit of work if there is one. */
    void execute(String sql) {
        dsl.execute(sql);
    }

    long number(String sql) {
        return dsl.fetchSingle(sql).get(0, Long.class);
    }

    @Override
    public Shows shows() {
        return adapter.shows(dsl, changeCounts);
    }

    @Override
    public ShowLock showLock() {
        return adapter.showLock(dsl);
    }

    @Override
    public BuyerLock buyerLock() {
        return adapter.buyerLock(dsl);
    }

    @Override
    public SeatLock seatLock() {
        return adapter.seatLock(dsl, changeCounts);
    }

    @Override
    public Bookings bookings() {
        return adapter.bookings(dsl);
    }

    @Override
    public SalesLedger salesLedger() {
        return adapter.salesLedger(dsl, changeCounts);
    }

    @Override
    public BookingLock bookingLock() {
        return adapter.bookingLock(dsl);
    }

    @Override
    public ExpiredHolds expiredHolds() {
        return adapter.expiredHolds(dsl);
    }

    @Override
    public SeatMaps seatMaps() {
        return adapter.seatMaps(dsl);
    }

    @Override
    public Instant now() {
        return adapter.businessClock(dsl).now();
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return unitOfWork.run(work);
    }
}
