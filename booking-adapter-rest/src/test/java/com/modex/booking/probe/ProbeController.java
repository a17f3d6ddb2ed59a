package com.modex.booking.probe;

import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.adapter.rest.security.Caller;
import com.modex.booking.application.UnavailableException;
import com.modex.booking.domain.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Stands in for the real controllers: the same addresses, and some that fail on purpose. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class ProbeController {
    enum Kind {
        SHOW,
        TRIP
    }

    record Inner(@Nullable String text) {}

    record Body(
            @Nullable String showName,
            @Nullable Integer count,
            int plain,
            @Nullable Boolean flag,
            @Nullable Instant startTime,
            @Nullable Kind kind,
            @Nullable List<Integer> seats,
            @Nullable List<Inner> inners) {}

    @GetMapping({
        "/shows",
        "/shows/{id}",
        "/shows/{id}/seats",
        "/shows/{id}/availability",
        "/shows/{id}/bookings",
        "/bookings",
        "/bookings/{id}"
    })
    Map<String, String> read() {
        return Map.of("read", "yes");
    }

    @PostMapping({"/shows", "/shows/{id}/cancel", "/shows/{id}/seats/block"})
    Map<String, String> write() {
        return Map.of("written", "yes");
    }

    @PatchMapping("/shows/{id}")
    Map<String, String> patch() {
        return Map.of("patched", "yes");
    }

    @PostMapping({"/shows/{id}/bookings", "/bookings/{id}/cancel"})
    Map<String, Object> act(Caller caller) {
        return Map.of("user", caller.user().value(), "admin", caller.admin());
    }

    @PostMapping(path = "/probe/echo", consumes = MediaType.APPLICATION_JSON_VALUE)
    Body echo(@RequestBody Body body) {
        return body;
    }

    @PostMapping(path = "/probe/tree", consumes = MediaType.APPLICATION_JSON_VALUE)
    JsonNode tree(@RequestBody JsonNode body) {
        return body;
    }

    @PostMapping(path = "/probe/optional", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> optional(@RequestBody(required = false) @Nullable Body body) {
        return Map.of("given", body != null);
    }

    @GetMapping("/probe/page")
    Map<String, Object> page(@RequestParam int limit) {
        return Map.of("limit", limit);
    }

    @GetMapping("/probe/fail/{how}")
    Map<String, Object> fail(@PathVariable String how) {
        throw switch (how) {
            case "seats" ->
                Problem.of(ProblemCode.SEATS_UNAVAILABLE, "Seat 3 is taken.")
                        .with("seats", List.of(Map.of("number", 3, "reason", "BOOKED")))
                        .with("alternatives", List.of(List.of(7, 8)))
                        .toException();
            case "value" -> new InvalidValueException("TOO_LONG", "A name must have at most 200 characters.");
            case "unavailable" -> new UnavailableException("no connection", null);
            default -> new IllegalStateException("SELECT secret FROM seat");
        };
    }
}
