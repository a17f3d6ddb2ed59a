package com.modex.booking.adapter.rest.probe;

import com.modex.booking.adapter.rest.answer.Answer;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The probes, on the port of the API and without details, in the words of Spring Boot's own, which stand on the port for
 * management with all the rest. They ask nobody else: in a stampede a probe would queue behind buyers for a connection.
 */
@RestController
final class ProbeController {
    private final ApplicationAvailability availability;

    ProbeController(ApplicationAvailability availability) {
        this.availability = availability;
    }

    @GetMapping(path = "/actuator/health/liveness", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer<Health> liveness() {
        return availability.getLivenessState() == LivenessState.CORRECT
                ? answer(HttpStatus.OK, "UP")
                : answer(HttpStatus.SERVICE_UNAVAILABLE, "DOWN");
    }

    @GetMapping(path = "/actuator/health/readiness", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer<Health> readiness() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
                ? answer(HttpStatus.OK, "UP")
                : answer(HttpStatus.SERVICE_UNAVAILABLE, "OUT_OF_SERVICE");
    }

    private static Answer<Health> answer(HttpStatus status, String word) {
        return Answer.of(status, new Health(word));
    }

    /** What a probe is told. */
    record Health(String status) {}
}
