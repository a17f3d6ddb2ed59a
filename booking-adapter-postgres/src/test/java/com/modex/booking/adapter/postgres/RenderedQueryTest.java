package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.BOOKINGS;
import static com.modex.booking.adapter.postgres.jooq.Tables.SEATS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import com.modex.booking.application.UnavailableException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RenderedQueryTest {
    private static final Param<Integer> NUMBER = param("number", SQLDataType.INTEGER);

    private final DSLContext dsl = PostgresWorld.empty().dsl();

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
    void aParameterWithoutAValueIsAMistake() {
        var query = RenderedQuery.of(dsl, select(NUMBER, param("other", SQLDataType.INTEGER)));

        assertThatThrownBy(() -> query.with(NUMBER, 1).fetch())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other");
    }

    @Test
    void itIsToldFromJooqByNothingWhenItFails() {
        var slow = function(name("pg_sleep"), SQLDataType.OTHER, NUMBER);
        var impatient = PostgresWorld.shared("-c statement_timeout=50ms").dsl();

        assertThatThrownBy(() -> impatient.select(slow).bind("number", 1).fetch())
                .isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> RenderedQuery.of(impatient, select(slow))
                        .with(NUMBER, 1)
                        .fetch())
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void aMistakeOfOurOwnIsNone() {
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
