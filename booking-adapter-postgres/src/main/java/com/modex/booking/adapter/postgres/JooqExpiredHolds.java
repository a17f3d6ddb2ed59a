package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.BOOKINGS;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.ExpiredHolds;
import com.modex.booking.domain.booking.FailureReason;
import org.jooq.DSLContext;

/** Claims due rows of {@code bookings} by {@code FOR UPDATE SKIP LOCKED}; never touches {@code seats}. */
final class JooqExpiredHolds implements ExpiredHolds {
    private final DSLContext dsl;

    JooqExpiredHolds(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public int mark(int limit) {
        // The status stands in the text: a plan for whatever status may come cannot go by an index of the pending ones.
        // A common table expression, because a subquery in WHERE may be run more than once and then exceed the limit.
        var due = name("due")
                .as(select(BOOKINGS.SHOW_ID, BOOKINGS.ID)
                        .from(BOOKINGS)
                        .where(BOOKINGS.STATUS.eq(inline(BookingStatus.PENDING.name())))
                        .and(BOOKINGS.EXPIRES_AT.le(DatabaseTime.TRANSACTION_START))
                        .orderBy(BOOKINGS.EXPIRES_AT)
                        .limit(limit)
                        .forUpdate()
                        .skipLocked());
        return dsl.with(due)
                .update(BOOKINGS)
                .set(BOOKINGS.STATUS, BookingStatus.FAILED.name())
                .set(BOOKINGS.FAILURE_REASON, FailureReason.EXPIRED.name())
                .from(due)
                .where(BOOKINGS.SHOW_ID.eq(due.field(BOOKINGS.SHOW_ID)))
                .and(BOOKINGS.ID.eq(due.field(BOOKINGS.ID)))
                .execute();
    }
}
