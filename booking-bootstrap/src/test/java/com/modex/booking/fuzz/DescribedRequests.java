package com.modex.booking.fuzz;

import com.modex.booking.fuzz.WireRequest.Framing;
import com.modex.booking.fuzz.WireRequest.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws requests from the description: most are right, some are nearly so, some are garbage. */
final class DescribedRequests {
    private static final int PERCENT_RIGHT = 62;
    private static final int PERCENT_NEARLY_RIGHT = 28;

    /** What any other gets for a large body is in no description. */
    private static final List<String> METHODS_WITH_A_BODY = List.of("POST", "PUT", "PATCH");

    /** Of what goes on most in a box office there is most; an operation that is not named here counts twice. */
    private static final Map<String, Integer> WEIGHTS =
            Map.of("bookSeats", 7, "confirmBooking", 3, "createShow", 3, "cancelShow", 1);

    private final List<Operation> operations;
    private final List<Operation> weighted = new ArrayList<>();
    private final DrawnValues values;
    private final Tokens tokens;
    private final Known known;

    /**
     * What callers can show.
     *
     * @param users the users' by their ids
     * @param bad those that nobody should accept
     */
    record Tokens(Map<String, String> users, String admin, List<String> bad) {
        private String ofAnyUser(RandomGenerator random) {
            return List.copyOf(users.values()).get(random.nextInt(users.size()));
        }
    }

    DescribedRequests(JsonNode description, Instant now, Tokens tokens, Known known) {
        operations = Operation.allOf(description);
        for (Operation operation : operations) {
            for (int i = 0; i < WEIGHTS.getOrDefault(operation.id(), 2); i++) {
                weighted.add(operation);
            }
        }
        values = new DrawnValues(description, now);
        this.tokens = tokens;
        this.known = known;
    }

    List<String> operations() {
        return operations.stream().map(Operation::id).toList();
    }

    WireRequest draw(RandomGenerator random) {
        int percent = random.nextInt(100);
        if (percent >= PERCENT_RIGHT + PERCENT_NEARLY_RIGHT) {
            return Garbage.draw(tokens.admin(), idOfAnyShow(random), random);
        }
        var operation = weighted.get(random.nextInt(weighted.size()));
        var draft = right(operation, random);
        if (percent < PERCENT_RIGHT) {
            return draft.toRequest(Kind.RIGHT);
        }
        for (int i = random.nextInt(4) == 0 ? 2 : 1; i > 0; i--) {
            spoil(draft, random);
        }
        return draft.toRequest(Kind.NEARLY_RIGHT);
    }

    /** A request on its way to be one. */
    private static final class Draft {
        private final Operation operation;
        private String method;
        private String path;
        private final List<String> query = new ArrayList<>();
        private final List<String> headers = new ArrayList<>();
        private String token = "";
        private String contentType = "";
        private byte[] body = new byte[0];
        private Framing framing = Framing.LENGTH;

        Draft(Operation operation) {
            this.operation = operation;
            method = operation.method();
            path = operation.template();
        }

        WireRequest toRequest(Kind kind) {
            var all = new ArrayList<>(headers);
            if (!token.isEmpty()) {
                all.add("Authorization: Bearer " + token);
            }
            if (!contentType.isEmpty()) {
                all.add("Content-Type: " + contentType);
            }
            String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
            byte[] sent = METHODS_WITH_A_BODY.contains(method) ? body : new byte[0];
            return WireRequest.of(operation.id(), method, target, kind, all, sent, framing);
        }
    }

    private Draft right(Operation operation, RandomGenerator random) {
        var draft = new Draft(operation);
        var show = known.anyShow(random).orElse(new Known.Show(id(random), 1, ""));
        // Most bookings are confirmed, and then there is nothing to extend.
        boolean wantsHold = operation.id().equals("extendBooking") && random.nextInt(5) > 0;
        var booking = (wantsHold ? known.anyHold(random) : known.anyBooking(random))
                .orElse(new Known.Booking(id(random), "", false, List.of()));
        draft.path = operation.template().replace("{show_id}", show.id()).replace("{booking_id}", booking.id());
        List<Integer> seats = operation.template().contains("{booking_id}") ? booking.seats() : Known.seatsOf(show);

        if (operation.needsAdmin()) {
            draft.token = tokens.admin();
        } else if (operation.template().contains("{booking_id}")) {
            draft.token = tokens.users().getOrDefault(booking.user(), tokens.admin());
        } else if (operation.needsToken() || random.nextInt(4) == 0) {
            draft.token = tokens.ofAnyUser(random);
        }
        for (JsonNode parameter : operation.parametersIn("query")) {
            if (random.nextInt(100) < 30) {
                addToQuery(draft, parameter, random);
            }
        }
        for (JsonNode parameter : operation.parametersIn("header")) {
            if (parameter.path("required").asBoolean() || random.nextInt(3) == 0) {
                draft.headers.add(parameter.path("name").asString() + ": "
                        + header(parameter.path("name").asString(), show, random));
            }
        }
        operation.body().ifPresent(body -> {
            if (operation.bodyRequired() || random.nextBoolean()) {
                var types = operation.bodies();
                draft.contentType = types.get(random.nextInt(types.size())).mediaType();
                draft.body = bytes(DrawnValues.toText(rightBody(operation, body, seats, random)));
                draft.framing = random.nextInt(10) == 0 ? Framing.CHUNKED : Framing.LENGTH;
            }
        });
        if (random.nextInt(10) == 0) {
            draft.headers.add("Accept: application/json");
        }
        if (random.nextInt(10) == 0) {
            draft.headers.add("Accept-Encoding: gzip");
        }
        return draft;
    }

    private void addToQuery(Draft draft, JsonNode parameter, RandomGenerator random) {
        String name = parameter.path("name").asString();
        if (name.equals("cursor")) {
            known.anyCursor(draft.path, random).ifPresent(cursor -> draft.query.add(name + "=" + encoded(cursor)));
        } else {
            String value = values.right(parameter.path("schema"), name, List.of(), random)
                    .asString();
            draft.query.add(name + "=" + encoded(value));
        }
    }

    private static String header(String name, Known.Show show, RandomGenerator random) {
        return switch (name) {
            case "If-Match" -> show.eTag().isEmpty() || random.nextInt(4) == 0 ? "*" : show.eTag();
            case "If-None-Match" -> show.eTag().isEmpty() || random.nextInt(8) == 0 ? "*" : show.eTag();
            // Of a few keys some come again, with the same body or another.
            default -> random.nextInt(4) == 0 ? "again-" + random.nextInt(5) : "\"" + id(random) + "\"";
        };
    }

    /** What the schema does not say: of two fields that exclude each other one is left out. */
    private JsonNode rightBody(
            Operation operation, Operation.Body schema, List<Integer> seats, RandomGenerator random) {
        JsonNode drawn = values.right(schema.schema(), "", seats, random);
        if (!(drawn instanceof ObjectNode body)) {
            return drawn;
        }
        switch (operation.id()) {
            case "createShow" -> keepOne(operation, body, "total_seats", "sections", seats, random);
            case "bookSeats" -> keepOne(operation, body, "seats", "quantity", seats, random);
            case "changeShow" -> {
                // It may only grow, and does not need to often.
                if (body.path("total_seats").asInt(0) < seats.size() || random.nextInt(3) > 0) {
                    body.remove("total_seats");
                }
            }
            default -> {
                // The schema says it all.
            }
        }
        return body;
    }

    private void keepOne(
            Operation operation,
            ObjectNode body,
            String one,
            String other,
            List<Integer> seats,
            RandomGenerator random) {
        boolean keepsOne = random.nextBoolean();
        String kept = keepsOne ? one : other;
        body.remove(keepsOne ? other : one);
        if (!body.hasNonNull(kept)) {
            var schema = operation.body().orElseThrow().schema();
            body.set(kept, values.right(values.propertyOf(schema, kept), kept, seats, random));
        }
    }

    private void spoil(Draft draft, RandomGenerator random) {
        switch (random.nextInt(draft.body.length > 0 ? 18 : 9)) {
            case 0 -> draft.token = random.nextInt(3) == 0 ? "" : badToken(random);
            case 1 -> draft.token = random.nextBoolean() ? tokens.admin() : tokens.ofAnyUser(random);
            case 2 -> draft.path = otherIdIn(draft, random);
            case 3 -> draft.method = any(Garbage.METHODS, random);
            case 4 -> draft.headers.add(Garbage.header(random));
            case 5 -> draft.headers.add("Accept: " + any(Garbage.MEDIA_TYPES, random));
            case 6, 7 -> draft.query.add(any(Garbage.QUERIES, random) + encoded(any(Garbage.TEXTS, random)));
            case 8 -> draft.headers.add(any(Garbage.OUR_HEADERS, random) + ": " + any(Garbage.HEADER_VALUES, random));
            case 9 -> draft.contentType = any(Garbage.MEDIA_TYPES, random);
            case 10 -> draft.body = Garbage.spoilt(draft.body, random);
            case 11 -> {
                draft.body = bytes("name: Hamlet\nseats: [1]\nconfirm: true\n");
                draft.contentType = random.nextBoolean() ? "application/yaml" : draft.contentType;
            }
            default -> spoilBody(draft, random);
        }
    }

    private void spoilBody(Draft draft, RandomGenerator random) {
        var seats = List.of(1, 2, 3);
        var body = draft.operation.body().orElseThrow();
        if (rightBody(draft.operation, body, seats, random) instanceof ObjectNode object) {
            values.spoil(object, random);
            draft.body = bytes(DrawnValues.toText(object));
        }
    }

    private String otherIdIn(Draft draft, RandomGenerator random) {
        String other =
                switch (random.nextInt(5)) {
                    case 0 -> id(random);
                    case 1 -> idOfAnyShow(random);
                    case 2 -> known.anyBooking(random).map(Known.Booking::id).orElse("1");
                    case 3 -> idOfAnyShow(random).toUpperCase(Locale.ROOT);
                    default -> encoded(any(Garbage.TEXTS, random)).replace("+", "%20");
                };
        return draft.operation.template().replaceAll("\\{[^}]*}", Matcher.quoteReplacement(other));
    }

    private String badToken(RandomGenerator random) {
        return any(tokens.bad(), random);
    }

    private String idOfAnyShow(RandomGenerator random) {
        return known.anyShow(random).map(Known.Show::id).orElse(id(random));
    }

    private static String id(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static <T> T any(List<T> things, RandomGenerator random) {
        return things.get(random.nextInt(things.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A surrogate without its other half becomes a question mark; as bytes it is among the garbage. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
