package com.modex.booking.adapter.rest.seat;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.modex.booking.adapter.rest.answer.Answer;
import com.modex.booking.adapter.rest.caching.Reading;
import com.modex.booking.adapter.rest.caching.ReadyAnswer;
import com.modex.booking.adapter.rest.caching.ReadyAnswers;
import com.modex.booking.adapter.rest.openapi.AnswerHeader;
import com.modex.booking.adapter.rest.openapi.Answers;
import com.modex.booking.adapter.rest.openapi.Problems;
import com.modex.booking.adapter.rest.path.PathId;
import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.application.ChangeCounts;
import com.modex.booking.application.show.ChangeHouseSeats;
import com.modex.booking.application.show.ViewAvailability;
import com.modex.booking.application.show.ViewSeatMap;
import com.modex.booking.domain.show.ShowId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The seats of a show: anybody sees them, an admin keeps some for the house. */
@Tag(name = "shows")
@RestController
@RequestMapping(path = "/v1/shows/{show_id}", produces = APPLICATION_JSON_VALUE)
final class SeatController {
    private final ViewSeatMap viewSeatMap;
    private final ViewAvailability viewAvailability;
    private final ChangeHouseSeats changeHouseSeats;
    private final SeatMapper mapper;
    private final ReadyAnswers readyAnswers;
    private final ChangeCounts changes;

    SeatController(
            ViewSeatMap viewSeatMap,
            ViewAvailability viewAvailability,
            ChangeHouseSeats changeHouseSeats,
            SeatMapper mapper,
            ReadyAnswers readyAnswers,
            ChangeCounts changes) {
        this.viewSeatMap = viewSeatMap;
        this.viewAvailability = viewAvailability;
        this.changeHouseSeats = changeHouseSeats;
        this.mapper = mapper;
        this.readyAnswers = readyAnswers;
        this.changes = changes;
    }

    @Operation(
            operationId = "viewSeatMap",
            summary = "Read the seat map of a show",
            description = "Every seat, in seat order. It promises nothing: a booking decides anew.")
    @Answers(headers = AnswerHeader.ETAG)
    @GetMapping("/seats")
    ReadyAnswer<SeatMapResponse> seats(@PathVariable("show_id") String showId) {
        return readyAnswers
                .get(reading(PathId.show(showId)))
                .orElseThrow(() -> Problem.of(ProblemCode.SHOW_NOT_FOUND).toException());
    }

    private Reading<SeatMapResponse> reading(ShowId show) {
        return new Reading<>(
                show,
                () -> changes.ofSeats(show),
                () -> viewSeatMap
                        .view(show, readyAnswers.maxAge())
                        .map(seatMap -> new Reading.Found<>(mapper.toResponse(seatMap), seatMap.rightFor())));
    }

    @Operation(
            operationId = "viewAvailability",
            summary = "Count the seats of a show by their state",
            description = "It promises nothing: a booking decides anew.")
    @GetMapping("/availability")
    Answer<AvailabilityResponse> availability(@PathVariable("show_id") String showId) {
        return viewAvailability
                .view(PathId.show(showId))
                .<Answer<AvailabilityResponse>>map(seats -> Answer.ok(mapper.toResponse(seats)))
                .orElseGet(() -> Answer.refused(Problem.of(ProblemCode.SHOW_NOT_FOUND)));
    }

    @Operation(
            operationId = "blockSeats",
            summary = "Keep seats for the house",
            description =
                    "For admins. All the seats or none; only seats that nobody has. Safe to repeat. The answer has"
                            + " the seats that were named.")
    @Problems({ProblemCode.SEATS_UNAVAILABLE, ProblemCode.UNKNOWN_SEATS})
    @PostMapping(path = "/seats/block", consumes = APPLICATION_JSON_VALUE)
    Answer<SeatMapResponse> block(@PathVariable("show_id") String showId, @RequestBody HouseSeatsRequest request) {
        return change(request.toCommand(PathId.show(showId), ChangeHouseSeats.Change.BLOCK));
    }

    @Operation(
            operationId = "unblockSeats",
            summary = "Put house seats on sale",
            description = "For admins. Seats that are not blocked stay as they are. Safe to repeat. The answer has the"
                    + " seats that were named.")
    @Problems(ProblemCode.UNKNOWN_SEATS)
    @PostMapping(path = "/seats/unblock", consumes = APPLICATION_JSON_VALUE)
    Answer<SeatMapResponse> unblock(@PathVariable("show_id") String showId, @RequestBody HouseSeatsRequest request) {
        return change(request.toCommand(PathId.show(showId), ChangeHouseSeats.Change.UNBLOCK));
    }

    private Answer<SeatMapResponse> change(ChangeHouseSeats.Command command) {
        return switch (changeHouseSeats.change(command)) {
            case ChangeHouseSeats.Result.Changed(var seats) -> Answer.ok(mapper.toResponse(seats));
            case ChangeHouseSeats.Result.Refused(var seats) ->
                Answer.refused(SeatProblems.unavailable(ProblemCode.SEATS_UNAVAILABLE, seats));
            case ChangeHouseSeats.Result.UnknownSeats(var seats) -> Answer.refused(SeatProblems.unknown(seats));
            case ChangeHouseSeats.Result.ShowNotFound() -> Answer.refused(Problem.of(ProblemCode.SHOW_NOT_FOUND));
        };
    }
}
