package com.modex.booking.adapter.postgres;

import static com.modex.booking.domain.Fixtures.seats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.application.UnavailableException;
import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.Fixtures;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.TransactionContract;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class SpringUnitOfWorkTest implements TransactionContract {
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final PostgresWorld world = PostgresWorld.empty();

    @Override
    public BookingWorld world() {
        return world;
    }

    @Override
    public Class<? extends RuntimeException> givenUp() {
        return UnavailableException.class;
    }

    @ParameterizedTest
    @ValueSource(strings = {SERIALIZATION_FAILURE, DEADLOCK})
    void theVictimOfAConflictIsRunAgain(String sqlState) {
        var tries = new AtomicInteger();
        var show = Fixtures.show(1, world.now());

        world.doInTransaction(() -> {
            assertThat(world.shows().add(show, null)).isTrue();
            if (tries.incrementAndGet() < 3) {
                raise(sqlState);
            }
        });

        assertThat(tries).hasValue(3);
        assertThat(world.number("SELECT count(*) FROM shows")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {SERIALIZATION_FAILURE, DEADLOCK})
    void afterFiveConflictsItIsGivenUp(String sqlState) {
        var tries = new AtomicInteger();

        assertThatThrownBy(() -> world.doInTransaction(() -> {
                    tries.incrementAndGet();
                    raise(sqlState);
                }))
                .isInstanceOf(UnavailableException.class)
                .hasRootCauseInstanceOf(SQLException.class);

        assertThat(tries).hasValue(5);
    }

    @Test
    void aLockThatIsNotToBeHadIsTriedOnceMore() {
        var tries = new AtomicInteger();

        assertThatThrownBy(() -> world.doInTransaction(() -> {
                    tries.incrementAndGet();
                    raise(LOCK_NOT_AVAILABLE);
                }))
                .isInstanceOf(UnavailableException.class)
                .hasRootCauseInstanceOf(SQLException.class);

        assertThat(tries).hasValue(2);
    }

    @Test
    void whoWaitsTooLongForALockIsToldThatItIsUnavailable() {
        var show = world.aShow(1);
        var impatient = PostgresWorld.shared("-c lock_timeout=50ms");

        try (var _ = Rival.inTheMiddleOf(world, () -> world.seatLock().take(show.id(), seats(1)))) {
            assertThatThrownBy(() ->
                            impatient.doInTransaction(() -> impatient.seatLock().await(show.id(), seats(1))))
                    .isInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void aStatementThatTakesTooLongMeansUnavailable() {
        var hurried = PostgresWorld.shared("-c statement_timeout=20ms");

        assertThatThrownBy(() -> hurried.doInTransaction(() -> hurried.execute("SELECT pg_sleep(10)")))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void workWhoseConnectionIsCutIsRunAgain() {
        var tries = new AtomicInteger();
        var show = Fixtures.show(1, world.now());

        world.doInTransaction(() -> {
            assertThat(world.shows().add(show, null)).isTrue();
            if (tries.incrementAndGet() < 3) {
                world.execute("SELECT pg_terminate_backend(pg_backend_pid())");
            }
        });

        assertThat(tries).hasValue(3);
        assertThat(world.number("SELECT count(*) FROM shows")).isEqualTo(1);
    }

    @Test
    void afterFiveCutConnectionsItIsGivenUp() {
        var tries = new AtomicInteger();

        assertThatThrownBy(() -> world.doInTransaction(() -> {
                    tries.incrementAndGet();
                    world.execute("SELECT pg_terminate_backend(pg_backend_pid())");
                }))
                .isInstanceOf(UnavailableException.class)
                .hasRootCauseInstanceOf(SQLException.class);

        assertThat(tries).hasValue(5);
    }

    @Test
    void workWhoseConnectionIsCutAtTheCommitIsNotRunAgain() {
        var tries = new AtomicInteger();
        var onlooker = PostgresWorld.shared("");

        assertThatThrownBy(() -> world.doInTransaction(() -> {
                    tries.incrementAndGet();
                    onlooker.execute(
                            "SELECT pg_terminate_backend(%d, 5000)".formatted(world.number("SELECT pg_backend_pid()")));
                }))
                .isInstanceOf(UnavailableException.class)
                .hasRootCauseInstanceOf(SQLException.class);

        assertThat(tries).hasValue(1);
    }

    @Test
    void aConnectionThatWasSilentForLongIsNotWaitedForTwice() {
        var tries = new AtomicInteger();

        assertThatThrownBy(() -> world.doInTransaction(() -> {
                    tries.incrementAndGet();
                    world.execute("SELECT pg_sleep(1.1), pg_terminate_backend(pg_backend_pid())");
                }))
                .isInstanceOf(UnavailableException.class);

        assertThat(tries).hasValue(1);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsUnavailable() {
        var nobodyThere = new PGSimpleDataSource();
        nobodyThere.setUrl("jdbc:postgresql://127.0.0.1:1/booking");
        var unreachable = PostgresWorld.on(nobodyThere);

        assertThatThrownBy(() -> unreachable.doInTransaction(() -> unreachable.execute("SELECT 1")))
                .isInstanceOf(UnavailableException.class);
        assertThatThrownBy(unreachable::now).isInstanceOf(UnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT nonsense", "INSERT INTO seats (show_id, number) VALUES (gen_random_uuid(), 1)"})
    void anErrorOfOurOwnComesOutAsItIsAndIsNotTriedAgain(String sql) {
        var tries = new AtomicInteger();

        assertThatThrownBy(() -> world.doInTransaction(() -> {
                    tries.incrementAndGet();
                    world.execute(sql);
                }))
                .isInstanceOf(DataAccessException.class);

        assertThat(tries).hasValue(1);
    }

    private void raise(String sqlState) {
        world.execute("DO $$ BEGIN RAISE EXCEPTION 'conflict' USING ERRCODE = '%s'; END $$".formatted(sqlState));
    }
}
