package com.modex.booking.adapter.rest.booking;

import com.modex.booking.adapter.rest.page.PageResponse;
import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.adapter.rest.problem.ProblemException;
import com.modex.booking.adapter.rest.seat.SeatProblems;
import com.modex.booking.application.Page;
import com.modex.booking.application.booking.BookingDetails;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.SeatLimit;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What the routes of bookings answer alike. Bookings are personal, so nothing on the way keeps a copy. */
record BookingAnswers(BookingMapper mapper) {
    static ResponseEntity.BodyBuilder status(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }

    ResponseEntity<BookingResponse> ok(BookingDetails booking) {
        return status(HttpStatus.OK).body(mapper.toResponse(booking));
    }

    /** A page, with the cursor that its last key is written as. */
    <K> ResponseEntity<PageResponse<BookingResponse>> page(Page<BookingDetails, K> page, Function<K, String> toCursor) {
        K next = page.next();
        return status(HttpStatus.OK)
                .body(new PageResponse<>(
                        page.items().stream().map(mapper::toResponse).toList(),
                        next == null ? null : toCursor.apply(next)));
    }

    static ProblemException notFound() {
        return Problem.of(ProblemCode.BOOKING_NOT_FOUND).toException();
    }

    static ProblemException expired(List<UnavailableSeat> seats, List<SeatSelection> alternatives) {
        return SeatProblems.offering(SeatProblems.unavailable(ProblemCode.BOOKING_EXPIRED, seats), alternatives)
                .toException();
    }

    static ProblemException limitExceeded(SeatLimit limit, int seatsSoFar) {
        return Problem.of(
                        ProblemCode.SEAT_LIMIT_EXCEEDED,
                        "A user can have %d seats of this show; you have %d.".formatted(limit.value(), seatsSoFar))
                .toException();
    }
}
