package com.modex.booking.adapter.rest.booking;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.modex.booking.adapter.rest.openapi.AnswerHeader;
import com.modex.booking.adapter.rest.openapi.Answers;
import com.modex.booking.adapter.rest.openapi.Problems;
import com.modex.booking.adapter.rest.page.Cursor;
import com.modex.booking.adapter.rest.page.PageResponse;
import com.modex.booking.adapter.rest.page.PageSize;
import com.modex.booking.adapter.rest.path.PathId;
import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.adapter.rest.problem.RequestReading;
import com.modex.booking.adapter.rest.security.Caller;
import com.modex.booking.application.booking.BookSeats;
import com.modex.booking.application.booking.BookingDetails;
import com.modex.booking.application.booking.CancelBooking;
import com.modex.booking.application.booking.ConfirmBooking;
import com.modex.booking.application.booking.ListBookings;
import com.modex.booking.application.booking.ViewBooking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingQuery;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.show.SeatNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bookings: a user makes, reads, confirms and cancels their own. They are personal, so nothing keeps a copy. */
@Tag(name = "bookings")
@RestController
@RequestMapping(path = "/v1", produces = APPLICATION_JSON_VALUE)
final class BookingController {
    private static final String LISTING = "bookings";

    private final BookSeats bookSeats;
    private final ConfirmBooking confirmBooking;
    private final CancelBooking cancelBooking;
    private final ViewBooking viewBooking;
    private final ListBookings listBookings;
    private final BookingMapper mapper;

    BookingController(
            BookSeats bookSeats,
            ConfirmBooking confirmBooking,
            CancelBooking cancelBooking,
            ViewBooking viewBooking,
            ListBookings listBookings,
            BookingMapper mapper) {
        this.bookSeats = bookSeats;
        this.confirmBooking = confirmBooking;
        this.cancelBooking = cancelBooking;
        this.viewBooking = viewBooking;
        this.listBookings = listBookings;
        this.mapper = mapper;
    }

    @Operation(
            operationId = "bookSeats",
            summary = "Book seats, or hold them",
            description = "All the seats or none. With `confirm` false the seats are held until `expires_at`.")
    @Answers(status = 201, headers = AnswerHeader.LOCATION)
    @Problems({
        ProblemCode.SEATS_UNAVAILABLE,
        ProblemCode.UNKNOWN_SEATS,
        ProblemCode.SALES_NOT_OPEN,
        ProblemCode.SALES_CLOSED,
        ProblemCode.SHOW_CANCELLED
    })
    @PostMapping(path = "/shows/{show_id}/bookings", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<BookingResponse> book(
            @PathVariable("show_id") String showId, @RequestBody BookSeatsRequest request, Caller caller) {
        return switch (bookSeats.book(request.toCommand(PathId.show(showId), caller.user()))) {
            case BookSeats.Result.Booked(var booking) ->
                answer(HttpStatus.CREATED)
                        .location(URI.create("/v1/bookings/" + booking.id()))
                        .body(mapper.toResponse(booking));
            case BookSeats.Result.Refused(var seats) ->
                throw Problem.of(ProblemCode.SEATS_UNAVAILABLE)
                        .with("seats", mapper.toResponse(seats))
                        .toException();
            case BookSeats.Result.UnknownSeats(var seats) ->
                throw Problem.of(ProblemCode.UNKNOWN_SEATS)
                        .with("seats", seats.stream().map(SeatNumber::value).toList())
                        .toException();
            case BookSeats.Result.ShowNotFound() ->
                throw Problem.of(ProblemCode.SHOW_NOT_FOUND).toException();
            case BookSeats.Result.NotOnSale(var sales) ->
                throw Problem.of(
                                switch (sales) {
                                    case NOT_OPEN -> ProblemCode.SALES_NOT_OPEN;
                                    case CLOSED -> ProblemCode.SALES_CLOSED;
                                    case SHOW_CANCELLED -> ProblemCode.SHOW_CANCELLED;
                                    case OPEN -> throw new IllegalStateException("Refused though sales are open");
                                })
                        .toException();
        };
    }

    @Operation(operationId = "viewBooking", summary = "Read a booking", description = "One's own; an admin reads any.")
    @GetMapping("/bookings/{booking_id}")
    ResponseEntity<BookingResponse> view(@PathVariable("booking_id") String bookingId, Caller caller) {
        return found(viewBooking.view(new ViewBooking.Query(PathId.booking(bookingId), caller.user(), caller.admin())));
    }

    @Operation(operationId = "listBookings", summary = "List one's own bookings, newest first")
    @GetMapping("/bookings")
    ResponseEntity<PageResponse<BookingResponse>> list(
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
        var page = listBookings.list(query);
        var next = page.next();
        return answer(HttpStatus.OK)
                .body(new PageResponse<>(
                        page.items().stream().map(mapper::toResponse).toList(),
                        next == null
                                ? null
                                : new Cursor(
                                                LISTING,
                                                next.createdAt(),
                                                next.id().value())
                                        .encode()));
    }

    @Operation(
            operationId = "confirmBooking",
            summary = "Confirm a hold",
            description = "Safe to repeat. A hold that has run out is still confirmed while all its seats are free.")
    @Problems({ProblemCode.BOOKING_EXPIRED, ProblemCode.BOOKING_CANCELLED, ProblemCode.SHOW_CANCELLED})
    @PostMapping(path = "/bookings/{booking_id}/confirm", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<BookingResponse> confirm(
            @PathVariable("booking_id") String bookingId,
            @RequestBody(required = false) @Nullable NoFields nothing,
            Caller caller) {
        var command = new ConfirmBooking.Command(PathId.booking(bookingId), caller.user());
        return switch (confirmBooking.confirm(command)) {
            case ConfirmBooking.Result.Confirmed(var booking) ->
                answer(HttpStatus.OK).body(mapper.toResponse(booking));
            case ConfirmBooking.Result.NotFound() ->
                throw Problem.of(ProblemCode.BOOKING_NOT_FOUND).toException();
            case ConfirmBooking.Result.Expired(var seats) ->
                throw Problem.of(ProblemCode.BOOKING_EXPIRED)
                        .with("seats", mapper.toResponse(seats))
                        .toException();
            case ConfirmBooking.Result.AlreadyCancelled() ->
                throw Problem.of(ProblemCode.BOOKING_CANCELLED).toException();
            case ConfirmBooking.Result.ShowCancelled() ->
                throw Problem.of(ProblemCode.SHOW_CANCELLED).toException();
        };
    }

    @Operation(
            operationId = "cancelBooking",
            summary = "Give the seats of a booking back",
            description = "Safe to repeat. The seats are free when the answer is sent.")
    @PostMapping(path = "/bookings/{booking_id}/cancel", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<BookingResponse> cancel(
            @PathVariable("booking_id") String bookingId,
            @RequestBody(required = false) @Nullable NoFields nothing,
            Caller caller) {
        return found(cancelBooking.cancel(new CancelBooking.Command(PathId.booking(bookingId), caller.user())));
    }

    private ResponseEntity<BookingResponse> found(Optional<BookingDetails> booking) {
        return booking.map(found -> answer(HttpStatus.OK).body(mapper.toResponse(found)))
                .orElseThrow(() -> Problem.of(ProblemCode.BOOKING_NOT_FOUND).toException());
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
    }
}
