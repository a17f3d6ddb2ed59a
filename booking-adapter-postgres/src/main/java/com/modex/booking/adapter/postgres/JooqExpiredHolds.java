package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.BOOKINGS;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.Buyer;
import com.modex.booking.domain.booking.ExpiredHolds;
import com.modex.booking.domain.booking.FailureReason;
import com.modex.booking.domain.show.ShowId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.Record2;

/**
 * Claims due rows of {@code bookings} and marks them; never touches {@code seats}. The sweeper claims by {@code FOR UPDATE
 * SKIP LOCKED}. Whoever must know that a hold is over for good waits for its row, in the order of the key.
 */
final class JooqExpiredHolds implements ExpiredHolds {
    private static final Name DUE = name("due");

    private final DSLContext dsl;
    private final RenderedQuery markOfBuyers;

    JooqExpiredHolds(DSLContext dsl) {
        this.dsl = dsl;
        this.markOfBuyers = RenderedQuery.of(
                dsl,
                marking(
                        dsl,
                        DUE.as(select(BOOKINGS.SHOW_ID, BOOKINGS.ID)
                                .from(BookingRows.OF_BUYERS.table())
                                .join(BOOKINGS)
                                .on(BOOKINGS.SHOW_ID.eq(BookingRows.OF_BUYERS.field(BOOKINGS.SHOW_ID)))
                                .and(BOOKINGS.USER_ID.eq(BookingRows.OF_BUYERS.field(BOOKINGS.USER_ID)))
                                .where(BookingRows.isRunOut(DatabaseTime.NOW))
                                .orderBy(BOOKINGS.SHOW_ID, BOOKINGS.ID)
                                .forUpdate()
                                .of(BOOKINGS))));
    }

    /** Marks those of these buyers, and waits for whoever is confirming or extending one. */
    void markOf(Collection<Buyer> buyers) {
        markOfBuyers.with(BookingRows.OF_BUYERS, buyers).execute();
    }

    /** Marks those of the show, and waits like that. */
    void markOf(ShowId show, Instant now) {
        marking(
                        dsl,
                        DUE.as(select(BOOKINGS.SHOW_ID, BOOKINGS.ID)
                                .from(BOOKINGS)
                                .where(BOOKINGS.SHOW_ID.eq(show.value()))
                                .and(BookingRows.isRunOut(val(now)))
                                .orderBy(BOOKINGS.ID)
                                .forUpdate()))
                .execute();
    }

    @Override
    public int mark(int limit) {
        // The status stands in the text: a plan for whatever status may come cannot go by an index of the pending ones.
        // A common table expression, because a subquery in WHERE may be run more than once and then exceed the limit.
        return marking(
                        dsl,
                        DUE.as(select(BOOKINGS.SHOW_ID, BOOKINGS.ID)
                                .from(BOOKINGS)
                                .where(BOOKINGS.STATUS.eq(inline(BookingStatus.PENDING.name())))
                                .and(BOOKINGS.EXPIRES_AT.le(DatabaseTime.TRANSACTION_START))
                                .orderBy(BOOKINGS.EXPIRES_AT)
                                .limit(limit)
                                .forUpdate()
                                .skipLocked()))
                .execute();
    }

    private static Query marking(DSLContext dsl, CommonTableExpression<Record2<UUID, UUID>> due) {
        return dsl.with(due)
                .update(BOOKINGS)
                .set(BOOKINGS.STATUS, BookingStatus.FAILED.name())
                .set(BOOKINGS.FAILURE_REASON, FailureReason.EXPIRED.name())
                .from(due)
                .where(BOOKINGS.SHOW_ID.eq(due.field(BOOKINGS.SHOW_ID)))
                .and(BOOKINGS.ID.eq(due.field(BOOKINGS.ID)));
    }
}
