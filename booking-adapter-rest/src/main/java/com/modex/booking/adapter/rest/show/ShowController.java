package com.modex.booking.adapter.rest.show;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.modex.booking.adapter.rest.answer.Answer;
import com.modex.booking.adapter.rest.caching.PublicAnswer;
import com.modex.booking.adapter.rest.caching.Reading;
import com.modex.booking.adapter.rest.caching.ReadyAnswer;
import com.modex.booking.adapter.rest.caching.ReadyAnswers;
import com.modex.booking.adapter.rest.idempotency.IdempotencyHeader;
import com.modex.booking.adapter.rest.json.NoFields;
import com.modex.booking.adapter.rest.json.Rfc3339;
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
import com.modex.booking.application.ChangeCounts;
import com.modex.booking.application.show.CancelShow;
import com.modex.booking.application.show.ChangeShow;
import com.modex.booking.application.show.CreateShow;
import com.modex.booking.application.show.ListShows;
import com.modex.booking.application.show.ShowDetails;
import com.modex.booking.application.show.ViewShow;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowQuery;
import com.modex.booking.domain.show.ShowType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows: anybody reads them, an admin schedules, changes and cancels them. */
@Tag(name = "shows")
@RestController
@RequestMapping(path = "/v1/shows", produces = APPLICATION_JSON_VALUE)
final class ShowController {
    private static final String LISTING = "shows";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    /** Where the values stand that only the show as a whole can find wrong. */
    private static final Map<String, String> POINTERS = Map.of(
            "NOT_IN_FUTURE", "/start_time",
            "SALES_WINDOW_EMPTY", "/sales_close_at",
            "SEATS_REMOVED", "/total_seats");

    private final CreateShow createShow;
    private final ChangeShow changeShow;
    private final CancelShow cancelShow;
    private final ListShows listShows;
    private final ViewShow viewShow;
    private final ShowMapper mapper;
    private final ReadyAnswers readyAnswers;
    private final ChangeCounts changes;

    ShowController(
            CreateShow createShow,
            ChangeShow changeShow,
            CancelShow cancelShow,
            ListShows listShows,
            ViewShow viewShow,
            ShowMapper mapper,
            ReadyAnswers readyAnswers,
            ChangeCounts changes) {
        this.createShow = createShow;
        this.changeShow = changeShow;
        this.cancelShow = cancelShow;
        this.listShows = listShows;
        this.viewShow = viewShow;
        this.mapper = mapper;
        this.readyAnswers = readyAnswers;
        this.changes = changes;
    }

    @Operation(
            operationId = "createShow",
            summary = "Schedule a show",
            description = "For admins. All its seats exist when the answer is sent; if the request fails, none.")
    @Answers(
            status = 201,
            headers = {AnswerHeader.LOCATION, AnswerHeader.ETAG, AnswerHeader.IDEMPOTENCY_REPLAYED})
    @Problems(ProblemCode.IDEMPOTENCY_KEY_REUSED)
    @PostMapping(consumes = APPLICATION_JSON_VALUE)
    Answer<ShowResponse> create(@RequestBody CreateShowRequest request, Caller caller, HttpServletRequest httpRequest) {
        var key = IdempotencyHeader.read(httpRequest, caller.user(), request);
        var command = request.toCommand(key.orElse(null));
        return switch (RequestReading.located(POINTERS, () -> createShow.create(command))) {
            case CreateShow.Result.Created(var show) -> created(show);
            case CreateShow.Result.Replayed(var show) -> created(show).with(IdempotencyHeader.REPLAYED, "true");
            case CreateShow.Result.KeyReused() -> Answer.refused(Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED));
        };
    }

    private Answer.Given<ShowResponse> created(ShowDetails show) {
        return tagged(show, Answer.created("/v1/shows/" + show.id(), mapper.toResponse(show)));
    }

    @Operation(
            operationId = "changeShow",
            summary = "Change a show",
            description =
                    "For admins: a JSON merge patch. `If-Match` has the ETag of the show that it is made on. Bookings"
                            + " go on meanwhile and keep their seats.")
    @Answers(headers = AnswerHeader.ETAG)
    @Problems({ProblemCode.STALE_SHOW, ProblemCode.PRECONDITION_REQUIRED, ProblemCode.SHOW_CANCELLED})
    @PatchMapping(
            path = "/{show_id}",
            consumes = {MERGE_PATCH, APPLICATION_JSON_VALUE})
    Answer<ShowResponse> change(
            @PathVariable("show_id") String showId,
            @Parameter(description = "The `ETag` of the show that the change is made on; `*` for any.", required = true)
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody ChangeShowRequest request) {
        var command = new ChangeShow.Command(PathId.show(showId), IfMatch.read(ifMatch), request.toChanges());
        return switch (RequestReading.located(POINTERS, () -> changeShow.change(command))) {
            case ChangeShow.Result.Changed(var show) -> answer(show);
            case ChangeShow.Result.NotFound() -> showNotFound();
            case ChangeShow.Result.Stale() -> Answer.refused(Problem.of(ProblemCode.STALE_SHOW));
            case ChangeShow.Result.Cancelled() -> Answer.refused(Problem.of(ProblemCode.SHOW_CANCELLED));
        };
    }

    @Operation(
            operationId = "cancelShow",
            summary = "Call a show off",
            description = "For admins. Every live booking of it is cancelled, whatever was racing. Safe to repeat.")
    @Answers(headers = AnswerHeader.ETAG)
    @PostMapping(path = "/{show_id}/cancel", consumes = APPLICATION_JSON_VALUE)
    Answer<ShowResponse> cancel(
            @PathVariable("show_id") String showId, @RequestBody(required = false) @Nullable NoFields nothing) {
        return cancelShow.cancel(PathId.show(showId)).map(this::answer).orElseGet(ShowController::showNotFound);
    }

    @Operation(operationId = "listShows", summary = "List shows by their start")
    @Answers(headers = AnswerHeader.ETAG)
    @GetMapping
    ReadyAnswer<PageResponse<ShowResponse>> list(
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
        var asked = reading.finish(query::get);
        return readyAnswers
                .get(new Reading<>(asked, changes::ofShows, () -> Optional.of(new Reading.Found<>(page(asked), null))))
                .orElseThrow();
    }

    private PageResponse<ShowResponse> page(ShowQuery query) {
        var page = listShows.list(query);
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
    Answer<ShowResponse> view(HttpServletRequest request, @PathVariable("show_id") String showId) {
        return viewShow.view(PathId.show(showId))
                .map(show -> PublicAnswer.of(request, IfMatch.eTag(show.version()), mapper.toResponse(show)))
                .orElseGet(ShowController::showNotFound);
    }

    private Answer<ShowResponse> answer(ShowDetails show) {
        return tagged(show, Answer.ok(mapper.toResponse(show)));
    }

    private static Answer.Given<ShowResponse> tagged(ShowDetails show, Answer.Given<ShowResponse> answer) {
        return answer.with(HttpHeaders.ETAG, IfMatch.eTag(show.version()));
    }

    private static Answer<ShowResponse> showNotFound() {
        return Answer.refused(Problem.of(ProblemCode.SHOW_NOT_FOUND));
    }
}
