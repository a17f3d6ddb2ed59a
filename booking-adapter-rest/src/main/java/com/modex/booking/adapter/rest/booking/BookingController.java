package com.modex.booking.adapter.rest.booking;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.modex.booking.adapter.rest.answer.Answer;
import com.modex.booking.adapter.rest.json.NoFields;
import com.modex.booking.adapter.rest.openapi.Problems;
import com.modex.booking.adapter.rest.page.Cursor;
import com.modex.booking.adapter.rest.page.PageResponse;
import com.modex.booking.adapter.rest.page.PageSize;
import com.modex.booking.adapter.rest.path.PathId;
import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.adapter.rest.problem.RequestReading;
import com.modex.booking.adapter.rest.seat.SeatProblems;
import com.modex.booking.adapter.rest.security.Caller;
import com.modex.booking.application.booking.CancelBooking;
import com.modex.booking.application.booking.ConfirmBooking;
import com.modex.booking.application.booking.ExtendHold;
import com.modex.booking.application.booking.ListBookings;
import com.modex.booking.application.booking.ViewBooking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingQuery;
import com.modex.booking.domain.booking.BookingStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A user's own bookings: they read, confirm, extend and cancel them. An admin reads any. */
@Tag(name = "bookings")
@RestController
@RequestMapping(path = "/v1/bookings", produces = APPLICATION_JSON_VALUE)
final class BookingController {
    private static final String LISTING = "bookings";

    private final ConfirmBooking confirmBooking;
    private final ExtendHold extendHold;
    private final CancelBooking cancelBooking;
    private final ViewBooking viewBooking;
    private final ListBookings listBookings;
    private final BookingAnswers answers;

    BookingController(
            ConfirmBooking confirmBooking,
            ExtendHold extendHold,
            CancelBooking cancelBooking,
            ViewBooking viewBooking,
            ListBookings listBookings,
            BookingMapper mapper) {
        this.confirmBooking = confirmBooking;
        this.extendHold = extendHold;
        this.cancelBooking = cancelBooking;
        this.viewBooking = viewBooking;
        this.listBookings = listBookings;
        this.answers = new BookingAnswers(mapper);
    }

    @Operation(operationId = "viewBooking", summary = "Read a booking", description = "One's own; an admin reads any.")
    @GetMapping("/{booking_id}")
    Answer<BookingResponse> view(@PathVariable("booking_id") String bookingId, Caller caller) {
        return viewBooking
                .view(new ViewBooking.Query(PathId.booking(bookingId), caller.user(), caller.admin()))
                .map(answers::ok)
                .orElseGet(BookingAnswers::notFound);
    }

    @Operation(operationId = "listBookings", summary = "List one's own bookings, newest first")
    @GetMapping
    Answer<PageResponse<BookingResponse>> list(
            @Parameter(description = "Only bookings with this status.") @RequestParam(required = false) @Nullable
                    BookingStatus status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        var reading = new RequestReading();
        var size = reading.value("/limit", () -> PageSize.of(limit));
        var after = reading.optional("/cursor", cursor, text -> Cursor.decode(LISTING, text));
        var query = reading.finish(() -> {
            var last = after.orNull();
            var key = last == null ? null : new BookingQuery.Key(last.time(), new BookingId(last.id()));
            return new BookingQuery(caller.user(), status, key, size.get());
        });
        return answers.page(
                listBookings.list(query),
                next -> new Cursor(LISTING, next.createdAt(), next.id().value()).encode());
    }

    @Operation(
            operationId = "confirmBooking",
            summary = "Confirm a hold",
            description = "Safe to repeat. A hold that has run out is confirmed all the same while its seats are free.")
    @Problems({
        ProblemCode.BOOKING_EXPIRED,
        ProblemCode.BOOKING_CANCELLED,
        ProblemCode.SHOW_CANCELLED,
        ProblemCode.SEAT_LIMIT_EXCEEDED
    })
    @PostMapping(path = "/{booking_id}/confirm", consumes = APPLICATION_JSON_VALUE)
    Answer<BookingResponse> confirm(
            @PathVariable("booking_id") String bookingId,
            @RequestBody(required = false) @Nullable NoFields nothing,
            Caller caller) {
        var command = new ConfirmBooking.Command(PathId.booking(bookingId), caller.user());
        return switch (confirmBooking.confirm(command)) {
            case ConfirmBooking.Result.Confirmed(var booking) -> answers.ok(booking);
            case ConfirmBooking.Result.NotFound() -> BookingAnswers.notFound();
            case ConfirmBooking.Result.Expired(var seats, var alternatives) ->
                BookingAnswers.expired(seats, alternatives);
            case ConfirmBooking.Result.LimitExceeded(var limit, var seatsSoFar) ->
                BookingAnswers.limitExceeded(limit, seatsSoFar);
            case ConfirmBooking.Result.AlreadyCancelled() -> Answer.refused(Problem.of(ProblemCode.BOOKING_CANCELLED));
            case ConfirmBooking.Result.ShowCancelled() -> Answer.refused(Problem.of(ProblemCode.SHOW_CANCELLED));
        };
    }

    @Operation(
            operationId = "extendBooking",
            summary = "Extend a hold",
            description =
                    "It then ends the show's `hold_seconds` from now, but no later than 5 times `hold_seconds` after it"
                            + " was made.")
    @Problems({
        ProblemCode.BOOKING_EXPIRED,
        ProblemCode.BOOKING_NOT_PENDING,
        ProblemCode.BOOKING_CANCELLED,
        ProblemCode.EXTENSION_LIMIT_REACHED
    })
    @PostMapping(path = "/{booking_id}/extend", consumes = APPLICATION_JSON_VALUE)
    Answer<BookingResponse> extend(
            @PathVariable("booking_id") String bookingId,
            @RequestBody(required = false) @Nullable NoFields nothing,
            Caller caller) {
        var command = new ExtendHold.Command(PathId.booking(bookingId), caller.user());
        return switch (extendHold.extend(command)) {
            case ExtendHold.Result.Extended(var booking) -> answers.ok(booking);
            case ExtendHold.Result.NotFound() -> BookingAnswers.notFound();
            case ExtendHold.Result.Expired(var seats, var alternatives) -> BookingAnswers.expired(seats, alternatives);
            case ExtendHold.Result.LimitReached() -> Answer.refused(Problem.of(ProblemCode.EXTENSION_LIMIT_REACHED));
            case ExtendHold.Result.NotPending() -> Answer.refused(Problem.of(ProblemCode.BOOKING_NOT_PENDING));
            case ExtendHold.Result.AlreadyCancelled() -> Answer.refused(Problem.of(ProblemCode.BOOKING_CANCELLED));
        };
    }

    @Operation(
            operationId = "cancelBooking",
            summary = "Cancel a booking or a part of it",
            description = "The seats are free at once. Safe to repeat; a `FAILED` booking stays as it is.")
    @Problems(ProblemCode.UNKNOWN_SEATS)
    @PostMapping(path = "/{booking_id}/cancel", consumes = APPLICATION_JSON_VALUE)
    Answer<BookingResponse> cancel(
            @PathVariable("booking_id") String bookingId,
            @RequestBody(required = false) @Nullable CancelBookingRequest request,
            Caller caller) {
        var command = CancelBookingRequest.toCommand(request, PathId.booking(bookingId), caller.user());
        return switch (cancelBooking.cancel(command)) {
            case CancelBooking.Result.Cancelled(var booking) -> answers.ok(booking);
            case CancelBooking.Result.NotFound() -> BookingAnswers.notFound();
            case CancelBooking.Result.UnknownSeats(var seats) -> Answer.refused(SeatProblems.unknown(seats));
        };
    }
}
