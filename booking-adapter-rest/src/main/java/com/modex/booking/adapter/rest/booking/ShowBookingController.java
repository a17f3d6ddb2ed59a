package com.modex.booking.adapter.rest.booking;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.modex.booking.adapter.rest.answer.Answer;
import com.modex.booking.adapter.rest.idempotency.IdempotencyHeader;
import com.modex.booking.adapter.rest.openapi.AnswerHeader;
import com.modex.booking.adapter.rest.openapi.Answers;
import com.modex.booking.adapter.rest.openapi.Problems;
import com.modex.booking.adapter.rest.page.IdCursor;
import com.modex.booking.adapter.rest.page.PageResponse;
import com.modex.booking.adapter.rest.page.PageSize;
import com.modex.booking.adapter.rest.path.PathId;
import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.adapter.rest.problem.RequestReading;
import com.modex.booking.adapter.rest.seat.SeatProblems;
import com.modex.booking.adapter.rest.security.Caller;
import com.modex.booking.application.booking.BookSeats;
import com.modex.booking.application.booking.BookingDetails;
import com.modex.booking.application.booking.ListShowBookings;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.ShowBookingsQuery;
import com.modex.booking.domain.show.Sales;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The bookings of one show: a user makes one, an admin lists them. */
@Tag(name = "bookings")
@RestController
@RequestMapping(path = "/v1/shows/{show_id}/bookings", produces = APPLICATION_JSON_VALUE)
final class ShowBookingController {
    private final BookSeats bookSeats;
    private final ListShowBookings listShowBookings;
    private final BookingMapper mapper;
    private final BookingAnswers answers;

    ShowBookingController(BookSeats bookSeats, ListShowBookings listShowBookings, BookingMapper mapper) {
        this.bookSeats = bookSeats;
        this.listShowBookings = listShowBookings;
        this.mapper = mapper;
        this.answers = new BookingAnswers(mapper);
    }

    @Operation(
            operationId = "bookSeats",
            summary = "Book seats, or hold them",
            description = "All the seats or none. With `confirm` false the seats are held until `expires_at`. With"
                    + " `quantity` the seats are chosen: side by side in one row, leaving no single free seat behind where"
                    + " that can be avoided, nearest the front, then nearest the middle of the row.")
    @Answers(
            status = 201,
            headers = {AnswerHeader.LOCATION, AnswerHeader.IDEMPOTENCY_REPLAYED})
    @Problems({
        ProblemCode.SEATS_UNAVAILABLE,
        ProblemCode.NOT_ENOUGH_SEATS,
        ProblemCode.UNKNOWN_SEATS,
        ProblemCode.SALES_NOT_OPEN,
        ProblemCode.SALES_CLOSED,
        ProblemCode.SHOW_CANCELLED,
        ProblemCode.SEAT_LIMIT_EXCEEDED,
        ProblemCode.IDEMPOTENCY_KEY_REUSED
    })
    @PostMapping(consumes = APPLICATION_JSON_VALUE)
    Answer<BookingResponse> book(
            @PathVariable("show_id") String showId,
            @RequestBody BookSeatsRequest request,
            Caller caller,
            HttpServletRequest httpRequest) {
        var key = IdempotencyHeader.read(httpRequest, caller.user(), request);
        return answer(bookSeats.book(request.toCommand(PathId.show(showId), caller.user(), key.orElse(null))));
    }

    /**
     * A method of its own, too long to be compiled into the one above: that would be compiled anew, all the way down to the
     * batches, when the first seat is refused in a rush, and take a third of a second of it.
     */
    private Answer<BookingResponse> answer(BookSeats.Result result) {
        return switch (result) {
            case BookSeats.Result.Booked(var booking) -> created(booking);
            case BookSeats.Result.Replayed(var booking) -> created(booking).with(IdempotencyHeader.REPLAYED, "true");
            case BookSeats.Result.KeyReused() -> Answer.refused(Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED));
            case BookSeats.Result.Refused(var seats, var alternatives) ->
                Answer.refused(SeatProblems.offering(
                        SeatProblems.unavailable(ProblemCode.SEATS_UNAVAILABLE, seats), alternatives));
            case BookSeats.Result.NotEnoughSeats(var alternatives) ->
                Answer.refused(SeatProblems.offering(Problem.of(ProblemCode.NOT_ENOUGH_SEATS), alternatives));
            case BookSeats.Result.LimitExceeded(var limit, var seatsSoFar) ->
                BookingAnswers.limitExceeded(limit, seatsSoFar);
            case BookSeats.Result.HoldLimitExceeded(var limit, var onHold) ->
                Answer.refused(Problem.of(
                        ProblemCode.SEAT_LIMIT_EXCEEDED,
                        "A user can have %d seats of a show on hold at once; you have %d."
                                .formatted(limit.value(), onHold)));
            case BookSeats.Result.UnknownSeats(var seats) -> Answer.refused(SeatProblems.unknown(seats));
            case BookSeats.Result.ShowNotFound() -> Answer.refused(Problem.of(ProblemCode.SHOW_NOT_FOUND));
            case BookSeats.Result.NotOnSale(var sales) -> Answer.refused(Problem.of(notOnSale(sales)));
        };
    }

    private Answer.Given<BookingResponse> created(BookingDetails booking) {
        return Answer.created("/v1/bookings/" + booking.id(), mapper.toResponse(booking));
    }

    private static ProblemCode notOnSale(Sales sales) {
        return switch (sales) {
            case NOT_OPEN -> ProblemCode.SALES_NOT_OPEN;
            case CLOSED -> ProblemCode.SALES_CLOSED;
            case SHOW_CANCELLED -> ProblemCode.SHOW_CANCELLED;
            case OPEN -> throw new IllegalStateException("Refused though sales are open");
        };
    }

    @Operation(
            operationId = "listShowBookings",
            summary = "List the bookings of a show, newest first",
            description = "For admins.")
    @GetMapping
    Answer<PageResponse<BookingResponse>> list(
            @PathVariable("show_id") String showId,
            @Parameter(description = "Only bookings with this status.") @RequestParam(required = false) @Nullable
                    BookingStatus status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var show = PathId.show(showId);
        // Of each show a listing of its own: the cursor of another show would begin anywhere.
        String listing = "bookings-of-show/" + show;
        var reading = new RequestReading();
        var size = reading.value("/limit", () -> PageSize.of(limit));
        var after = reading.optional("/cursor", cursor, text -> IdCursor.decode(listing, text));
        var query = reading.finish(() -> {
            var last = after.orNull();
            return new ShowBookingsQuery(show, status, last == null ? null : new BookingId(last.id()), size.get());
        });
        return listShowBookings
                .list(query)
                .map(page -> answers.page(page, next -> new IdCursor(listing, next.value()).encode()))
                .orElseThrow(() -> Problem.of(ProblemCode.SHOW_NOT_FOUND).toException());
    }
}
