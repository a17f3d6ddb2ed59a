package com.modex.booking.model;

import com.modex.booking.journey.RunningServer.Answer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An answer in words: all of it that does not depend on the clock or on ids that the server makes. */
final class Said {
    private Said() {}

    static String by(Answer answer) {
        return answer.status() + " " + by(answer.json());
    }

    static String by(JsonNode json) {
        if (json.has("code")) {
            return problem(json.path("code").asString(), json.path("seats"), json.path("alternatives"));
        }
        if (json.has("user_id")) {
            return booking(json);
        }
        if (json.has("total_seats")) {
            return "show with %d seats: %s"
                    .formatted(
                            json.path("total_seats").asInt(),
                            json.path("status").asString());
        }
        if (json.has("available")) {
            return "available %d, held %d, booked %d, blocked %d"
                    .formatted(
                            json.path("available").asInt(),
                            json.path("held").asInt(),
                            json.path("booked").asInt(),
                            json.path("blocked").asInt());
        }
        return json.path("seats")
                .valueStream()
                .map(seat ->
                        seat.path("number").asInt() + " " + seat.path("status").asString())
                .collect(Collectors.joining(", "));
    }

    /** A problem with the seats and alternatives that come with it, if any. */
    static String problem(String code, Object seats, Object alternatives) {
        return (code + " " + seats + " " + alternatives).replace(", ", ",").strip();
    }

    private static String booking(JsonNode json) {
        return "booking of %s for %s: %s %s, given back %s, failed by %s, expires %b, confirmed %b, cancelled %b"
                .formatted(
                        json.path("user_id").asString(),
                        json.path("show_id").asString(),
                        json.path("status").asString(),
                        numbers(json.path("seats")),
                        numbers(json.path("cancelled_seats")),
                        json.path("failure_reason").isNull()
                                ? "nothing"
                                : json.path("failure_reason").asString(),
                        !json.path("expires_at").isNull(),
                        !json.path("confirmed_at").isNull(),
                        !json.path("cancelled_at").isNull());
    }

    private static String numbers(JsonNode numbers) {
        return numbers.valueStream().map(JsonNode::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
