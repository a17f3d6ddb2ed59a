package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.BOOKINGS;
import static com.modex.booking.adapter.postgres.jooq.Tables.SEATS;
import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.newShowId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import com.modex.booking.application.UnavailableException;
import com.modex.booking.domain.booking.Buyer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RenderedQueryTest {
    private static final Param<Integer> NUMBER = param("number", SQLDataType.INTEGER);

    private final PostgresWorld world = PostgresWorld.empty();
    private final DSLContext dsl = world.dsl();

    @Test
    void everyValueArrivesAsItIsWhateverIsInIt() {
        var rows = Unnested.<Row>named("rows")
                .with(BOOKINGS.ID, Row::id)
                .with(BOOKINGS.USER_ID, Row::user)
                .with(BOOKINGS.EXPIRES_AT, Row::expiresAt)
                .with(BOOKINGS.SEATS, Row::seats)
                .with(SEATS.BLOCKED, Row::blocked);
        var query = RenderedQuery.of(
                dsl,
                select(
                                rows.field(BOOKINGS.ID),
                                rows.field(BOOKINGS.USER_ID),
                                rows.field(BOOKINGS.EXPIRES_AT),
                                rows.field(BOOKINGS.SEATS).as("seats"),
                                rows.field(SEATS.BLOCKED))
                        .from(rows.table()));
        var items = List.of(
                new Row(
                        UUID.randomUUID(),
                        "a, \"b\" \\ {c} 'd' ü NULL",
                        Instant.parse("2026-01-02T03:04:05.678901Z"),
                        true),
                new Row(UUID.randomUUID(), "", null, false, 1, 2, 3),
                new Row(UUID.randomUUID(), "null", Instant.parse("0001-01-01T00:00:00Z"), true, 100_000));

        var found = query.with(rows, items)
                .fetch()
                .map(row -> new Row(
                        row.get(rows.field(BOOKINGS.ID)),
                        row.get(rows.field(BOOKINGS.USER_ID)),
                        row.get(rows.field(BOOKINGS.EXPIRES_AT)),
                        row.get(rows.field(SEATS.BLOCKED)),
                        row.get("seats", Integer[].class)));

        assertThat(found).usingRecursiveFieldByFieldElementComparator().containsExactlyElementsOf(items);
    }

    @Test
    void theSameQueryTakesOtherValuesEachTime() {
        var query = RenderedQuery.of(dsl, select(NUMBER.plus(val(1)).as("sum")));

        assertThat(List.of(1, 2))
                .allSatisfy(number -> assertThat(
                                query.with(NUMBER, number).fetch().getFirst().get("sum"))
                        .isEqualTo(number + 1));
    }

    @Test
    void anInstantIsAValueLikeAnyOther() {
        var time = param("time", SQLDataType.INSTANT);
        var query = RenderedQuery.of(dsl, select(time.as("same")));
        var instant = Instant.parse("2026-01-02T03:04:05.678901Z");

        assertThat(query.with(time, instant).fetch().getFirst().get("same", Instant.class))
                .isEqualTo(instant);
    }

    @Test
    void whoForgetsAValueOrGivesOneTooManyIsRefused() {
        var other = param("other", SQLDataType.INTEGER);
        var query = RenderedQuery.of(dsl, select(NUMBER, other));

        assertThatThrownBy(() -> query.with(NUMBER, 1).fetch())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other");
        assertThatThrownBy(() -> query.with(param("third", SQLDataType.INTEGER), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("third");
    }

    @Test
    void aParameterThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> RenderedQuery.of(dsl, select(NUMBER, NUMBER)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDatabaseThatTakesTooLongIsUnavailable() {
        var impatient = PostgresWorld.shared("-c statement_timeout=50ms").dsl();
        var slow = RenderedQuery.of(impatient, select(function(name("pg_sleep"), SQLDataType.OTHER, NUMBER)));

        assertThatThrownBy(() -> slow.with(NUMBER, 1).fetch()).isInstanceOf(UnavailableException.class);
    }

    @Test
    void aLockThatIsNotToBeHadInTimeIsToldApart() {
        var buyer = List.of(new Buyer(newShowId(), ALICE));
        var rival = PostgresWorld.shared("-c lock_timeout=50ms");

        world.doInTransaction(() -> {
            world.buyerLock().lock(buyer);
            assertThatThrownBy(() -> rival.buyerLock().lock(buyer)).isInstanceOf(LockTimeoutException.class);
        });
    }

    @Test
    void aConnectionThatIsLostBeforeTheCommitIsNoReasonToGiveUp() {
        var query = RenderedQuery.of(dsl, select(NUMBER.as("number")));
        var tries = new AtomicInteger();

        int number = world.unitOfWork().run(() -> {
            if (tries.incrementAndGet() == 1) {
                long backend = world.number("SELECT pg_backend_pid()");
                PostgresWorld.shared("").execute("SELECT pg_terminate_backend(" + backend + ", 5000)");
            }
            return query.with(NUMBER, 7).fetch().getFirst().get("number", Integer.class);
        });

        assertThat(number).isEqualTo(7);
        assertThat(tries).hasValue(2);
    }

    @Test
    void whatIsWrongWithTheQueryIsToldInTheDatabasesWords() {
        var query = RenderedQuery.of(dsl, select(val(1).div(NUMBER)));

        assertThatThrownBy(() -> query.with(NUMBER, 0).fetch())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("division by zero");
    }

    private record Row(UUID id, String user, @Nullable Instant expiresAt, boolean blocked, List<Integer> numbers) {
        Row(UUID id, String user, @Nullable Instant expiresAt, boolean blocked, Integer... numbers) {
            this(id, user, expiresAt, blocked, Arrays.asList(numbers));
        }

        Integer[] seats() {
            return numbers.toArray(Integer[]::new);
        }
    }
}
