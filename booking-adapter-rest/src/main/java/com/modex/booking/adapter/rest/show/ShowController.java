package com.modex.booking.adapter.rest.show;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.modex.booking.adapter.rest.json.Rfc3339;
import com.modex.booking.adapter.rest.openapi.AnswerHeader;
import com.modex.booking.adapter.rest.openapi.Answers;
import com.modex.booking.adapter.rest.page.Cursor;
import com.modex.booking.adapter.rest.page.PageResponse;
import com.modex.booking.adapter.rest.page.PageSize;
import com.modex.booking.adapter.rest.path.PathId;
import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.adapter.rest.problem.RequestReading;
import com.modex.booking.application.show.CreateShow;
import com.modex.booking.application.show.ListShows;
import com.modex.booking.application.show.ShowDetails;
import com.modex.booking.application.show.ViewSeatMap;
import com.modex.booking.application.show.ViewShow;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowQuery;
import com.modex.booking.domain.show.ShowType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows and their seat maps: anybody reads them, an admin schedules them. */
@Tag(name = "shows")
@RestController
@RequestMapping(path = "/v1/shows", produces = APPLICATION_JSON_VALUE)
final class ShowController {
    private static final String LISTING = "shows";

    private final CreateShow createShow;
    private final ListShows listShows;
    private final ViewShow viewShow;
    private final ViewSeatMap viewSeatMap;
    private final ShowMapper mapper;

    ShowController(
            CreateShow createShow, ListShows listShows, ViewShow viewShow, ViewSeatMap viewSeatMap, ShowMapper mapper) {
        this.createShow = createShow;
        this.listShows = listShows;
        this.viewShow = viewShow;
        this.viewSeatMap = viewSeatMap;
        this.mapper = mapper;
    }

    @Operation(
            operationId = "createShow",
            summary = "Schedule a show",
            description = "For admins. All its seats exist when the answer is sent; if the request fails, none.")
    @Answers(
            status = 201,
            headers = {AnswerHeader.LOCATION, AnswerHeader.ETAG})
    @PostMapping(consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<ShowResponse> create(@RequestBody CreateShowRequest request) {
        var command = request.toCommand();
        var show = RequestReading.single("/start_time", () -> createShow.create(command));
        return ResponseEntity.created(URI.create("/v1/shows/" + show.id()))
                .eTag(eTag(show))
                .body(mapper.toResponse(show));
    }

    @Operation(operationId = "listShows", summary = "List shows by their start")
    @GetMapping
    PageResponse<ShowResponse> list(
            @Parameter(description = "Only shows of this type.") @RequestParam(required = false) @Nullable
                    ShowType type,
            @Parameter(
                            description = "Only shows whose name contains this, in any letter case.",
                            schema = @Schema(minLength = 1, maxLength = 200))
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(
                            description = "Only shows that start at this time or later; now if left out.",
                            schema = @Schema(format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Only shows that start before this time.", schema = @Schema(format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var reading = new RequestReading();
        var size = reading.value("/limit", () -> PageSize.of(limit));
        var after = reading.optional("/cursor", cursor, text -> Cursor.decode(LISTING, text));
        var earliest = reading.optional("/from", from, Rfc3339::parse);
        var end = reading.optional("/to", to, Rfc3339::parse);
        var query = reading.combined("/q", () -> {
            var last = after.orNull();
            var key = last == null ? null : new ShowQuery.Key(last.time(), new ShowId(last.id()));
            return new ShowQuery(
                    type, q == null || q.isEmpty() ? null : q, earliest.orNull(), end.orNull(), key, size.get());
        });
        var page = listShows.list(reading.finish(query::get));
        var next = page.next();
        return new PageResponse<>(
                page.items().stream().map(mapper::toResponse).toList(),
                next == null
                        ? null
                        : new Cursor(LISTING, next.startTime(), next.id().value()).encode());
    }

    @Operation(
            operationId = "viewShow",
            summary = "Read a show",
            description = "Its ETag is the show's own version, which bookings do not change.")
    @Answers(headers = AnswerHeader.ETAG)
    @GetMapping("/{show_id}")
    ResponseEntity<ShowResponse> view(@PathVariable("show_id") String showId) {
        return viewShow.view(PathId.show(showId))
                .map(show -> ResponseEntity.ok().eTag(eTag(show)).body(mapper.toResponse(show)))
                .orElseThrow(() -> Problem.of(ProblemCode.SHOW_NOT_FOUND).toException());
    }

    @Operation(
            operationId = "viewSeatMap",
            summary = "Read the seat map of a show",
            description = "Every seat, in seat order. It promises nothing: a booking decides anew.")
    @GetMapping("/{show_id}/seats")
    SeatMapResponse seats(@PathVariable("show_id") String showId) {
        return viewSeatMap
                .view(PathId.show(showId))
                .map(mapper::toResponse)
                .orElseThrow(() -> Problem.of(ProblemCode.SHOW_NOT_FOUND).toException());
    }

    private static String eTag(ShowDetails show) {
        return "\"" + show.version() + "\"";
    }
}
