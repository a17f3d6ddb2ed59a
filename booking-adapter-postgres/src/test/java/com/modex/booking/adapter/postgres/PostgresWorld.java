package com.modex.booking.adapter.postgres;

import com.modex.booking.application.UnitOfWork;
import com.modex.booking.application.booking.BookingUseCases;
import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.Fixtures;
import com.modex.booking.domain.booking.BookingLock;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.booking.ExpiredHolds;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.show.Shows;
import java.time.Instant;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Every driven port as the configuration makes it, over one real database. */
final class PostgresWorld implements BookingWorld {
    private static final TestDatabase SHARED = TestPostgres.newDatabase();

    private final PostgresAdapterConfiguration adapter = new PostgresAdapterConfiguration();
    private final DSLContext dsl;
    private final UnitOfWork unitOfWork;

    private PostgresWorld(DataSource dataSource) {
        dsl = adapter.dsl(dataSource);
        unitOfWork = adapter.unitOfWork(new JdbcTransactionManager(dataSource));
    }

    /** On the database that the tests of this module share, emptied, with the lock time-out of production. */
    static PostgresWorld empty() {
        var world = on(SHARED, "-c lock_timeout=2s");
        world.execute("TRUNCATE shows, seats, bookings");
        return world;
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

    DSLContext dsl() {
        return dsl;
    }

    UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    BookingUseCases useCases() {
        return new BookingUseCases(
                unitOfWork, shows(), seatLock(), bookings(), bookingLock(), expiredHolds(), Fixtures::newBookingId);
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
        return adapter.shows(dsl);
    }

    @Override
    public SeatLock seatLock() {
        return adapter.seatLock(dsl);
    }

    @Override
    public Bookings bookings() {
        return adapter.bookings(dsl);
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
