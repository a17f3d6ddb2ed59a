package com.modex.booking.adapter.rest.booking;

import com.modex.booking.adapter.rest.answer.Answer;
import com.modex.booking.adapter.rest.page.PageResponse;
import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.adapter.rest.seat.SeatProblems;
import com.modex.booking.application.Page;
import com.modex.booking.application.booking.BookingDetails;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.SeatLimit;
import java.util.List;
import java.util.function.Function;

/** What the routes of bookings answer alike. */
record BookingAnswers(BookingMapper mapper) {
    Answer<BookingResponse> ok(BookingDetails booking) {
        return Answer.ok(mapper.toResponse(booking));
    }

    /** A page, with the cursor that its last key is written as. */
    <K> Answer<PageResponse<BookingResponse>> page(Page<BookingDetails, K> page, Function<K, String> toCursor) {
        K next = page.next();
        return Answer.ok(new PageResponse<>(
                page.items().stream().map(mapper::toResponse).toList(), next == null ? null : toCursor.apply(next)));
    }

    static <T> Answer<T> notFound() {
        return Answer.refused(Problem.of(ProblemCode.BOOKING_NOT_FOUND));
    }

    static <T> Answer<T> expired(List<UnavailableSeat> seats, List<SeatSelection> alternatives) {
        return Answer.refused(
                SeatProblems.offering(SeatProblems.unavailable(ProblemCode.BOOKING_EXPIRED, seats), alternatives));
    }

    static <T> Answer<T> limitExceeded(SeatLimit limit, int seatsSoFar) {
        return Answer.refused(Problem.of(
                ProblemCode.SEAT_LIMIT_EXCEEDED,
                "A user can have %d seats of this show; you have %d.".formatted(limit.value(), seatsSoFar)));
    }
}
