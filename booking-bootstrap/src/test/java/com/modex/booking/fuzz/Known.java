package com.modex.booking.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** What the answers have told of: the latest shows, bookings and cursors. */
final class Known {
    private static final int SHOWS = 40;
    private static final int BOOKINGS = 80;
    private static final int CURSORS = 10;
    private static final int PERCENT_ENDED = 7;

    private final Map<String, Show> shows = new LinkedHashMap<>();
    private final Map<String, Show> cancelledShows = new LinkedHashMap<>();
    private final Map<String, Booking> bookings = new LinkedHashMap<>();
    private final Map<String, Booking> endedBookings = new LinkedHashMap<>();
    private final Map<String, Deque<String>> cursors = new HashMap<>();

    /** @param eTag of the version that was seen last, if any was */
    record Show(String id, int totalSeats, String eTag) {}

    record Booking(String id, String user, boolean pending, List<Integer> seats) {}

    /** Takes note of what an accepted request was answered with. */
    void learn(String path, String eTag, JsonNode answer) {
        learn(answer, eTag);
        answer.path("items").forEach(item -> learn(item, ""));
        if (answer.path("next").isString()) {
            Deque<String> known = cursors.computeIfAbsent(path, listing -> new ArrayDeque<>());
            known.addLast(answer.path("next").asString());
            if (known.size() > CURSORS) {
                known.removeFirst();
            }
        }
    }

    private void learn(JsonNode node, String eTag) {
        if (!node.path("id").isString()) {
            return;
        }
        String id = node.path("id").asString();
        String status = node.path("status").asString();
        if (node.has("total_seats")) {
            var before = shows.get(id);
            String known = eTag.isEmpty() && before != null ? before.eTag() : eTag;
            boolean ended = status.equals("CANCELLED");
            (ended ? shows : cancelledShows).remove(id);
            keep(
                    ended ? cancelledShows : shows,
                    id,
                    new Show(id, node.path("total_seats").asInt(), known),
                    ended ? SHOWS / 10 : SHOWS);
        } else if (node.has("user_id")) {
            List<Integer> seats =
                    node.path("seats").valueStream().map(JsonNode::asInt).toList();
            boolean ended = status.equals("CANCELLED");
            (ended ? bookings : endedBookings).remove(id);
            keep(
                    ended ? endedBookings : bookings,
                    id,
                    new Booking(id, node.path("user_id").asString(), status.equals("PENDING"), seats),
                    ended ? BOOKINGS / 10 : BOOKINGS);
        }
    }

    private static <T> void keep(Map<String, T> known, String id, T thing, int most) {
        known.put(id, thing);
        if (known.size() > most) {
            known.remove(known.keySet().iterator().next());
        }
    }

    Optional<Show> anyShow(RandomGenerator random) {
        return any(shows, cancelledShows, random);
    }

    Optional<Booking> anyBooking(RandomGenerator random) {
        return any(bookings, endedBookings, random);
    }

    Optional<Booking> anyHold(RandomGenerator random) {
        return any(bookings.values().stream().filter(Booking::pending).toList(), random)
                .or(() -> anyBooking(random));
    }

    Optional<String> anyCursor(String path, RandomGenerator random) {
        return any(List.copyOf(cursors.getOrDefault(path, new ArrayDeque<>())), random);
    }

    private static <T> Optional<T> any(Map<String, T> live, Map<String, T> ended, RandomGenerator random) {
        boolean fromEnded = random.nextInt(100) < PERCENT_ENDED && !ended.isEmpty();
        return any(new ArrayList<>((fromEnded || live.isEmpty() ? ended : live).values()), random);
    }

    private static <T> Optional<T> any(List<T> things, RandomGenerator random) {
        return things.isEmpty() ? Optional.empty() : Optional.of(things.get(random.nextInt(things.size())));
    }

    static List<Integer> seatsOf(Show show) {
        return IntStream.rangeClosed(1, show.totalSeats()).boxed().toList();
    }
}
