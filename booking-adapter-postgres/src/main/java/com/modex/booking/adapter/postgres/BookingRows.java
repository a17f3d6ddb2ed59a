package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.BOOKINGS;

import com.modex.booking.adapter.postgres.jooq.tables.records.BookingsRecord;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.Buyer;
import com.modex.booking.domain.booking.FailureReason;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Field;

/** Rows of {@code bookings} and the aggregates that they stand for. */
final class BookingRows {
    /** The bookings of some buyers. */
    static final Unnested<Buyer> OF_BUYERS = Unnested.<Buyer>named("buyers")
            .with(BOOKINGS.SHOW_ID, buyer -> buyer.show().value())
            .with(BOOKINGS.USER_ID, buyer -> buyer.user().value());

    private BookingRows() {}

    /** The rule of {@link Booking#isLive} and {@link Booking#asOf}, in SQL. */
    static Condition isLive(Field<Instant> now) {
        return BOOKINGS.STATUS.eq(BookingStatus.CONFIRMED.name()).or(isRunning(now));
    }

    static Condition isRunning(Field<Instant> now) {
        return isPending().and(BOOKINGS.EXPIRES_AT.gt(now));
    }

    static Condition isRunOut(Field<Instant> now) {
        return isPending().and(BOOKINGS.EXPIRES_AT.le(now));
    }

    private static Condition isPending() {
        return BOOKINGS.STATUS.eq(BookingStatus.PENDING.name());
    }

    static BookingsRecord toRecord(Booking booking) {
        var row = new BookingsRecord();
        row.setShowId(booking.show().value());
        row.setId(booking.id().value());
        row.setUserId(booking.user().value());
        row.setSeats(toArray(booking.seats().numbers()));
        row.setCancelledSeats(toArray(booking.cancelledSeats()));
        row.setStatus(booking.status().name());
        row.setCreatedAt(booking.createdAt());
        row.setExpiresAt(booking.expiresAt());
        row.setConfirmedAt(booking.confirmedAt());
        row.setCancelledAt(booking.cancelledAt());
        var failureReason = booking.failureReason();
        row.setFailureReason(failureReason == null ? null : failureReason.name());
        return row;
    }

    static Booking toBooking(BookingsRecord row) {
        return Booking.restore(
                new BookingId(row.get(BOOKINGS.ID)),
                new ShowId(row.getShowId()),
                new UserId(row.getUserId()),
                new SeatSelection(toNumbers(row.getSeats())),
                toNumbers(row.getCancelledSeats()),
                BookingStatus.valueOf(row.getStatus()),
                row.getCreatedAt(),
                row.getExpiresAt(),
                row.getConfirmedAt(),
                row.getCancelledAt(),
                row.getFailureReason() == null ? null : FailureReason.valueOf(row.getFailureReason()));
    }

    private static Integer[] toArray(Collection<SeatNumber> numbers) {
        return numbers.stream().map(SeatNumber::value).toArray(Integer[]::new);
    }

    private static SortedSet<SeatNumber> toNumbers(Integer[] values) {
        var numbers = new TreeSet<SeatNumber>();
        Arrays.stream(values).map(SeatNumber::new).forEach(numbers::add);
        return numbers;
    }
}
