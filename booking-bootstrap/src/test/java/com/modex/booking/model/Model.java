package com.modex.booking.model;

import static com.modex.booking.model.ModelBooking.Status.CANCELLED;
import static com.modex.booking.model.ModelBooking.Status.CONFIRMED;
import static com.modex.booking.model.ModelBooking.Status.FAILED;
import static com.modex.booking.model.ModelBooking.Status.PENDING;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of docs/api.md over plain collections, without locks, clocks and a database: what the server must answer if
 * one request comes after the other.
 */
final class Model {
    static final int HOLD_SECONDS = 3_600;
    static final int HOLD_LIMIT = 8;

    final List<ModelShow> shows = new ArrayList<>();
    final List<ModelBooking> bookings = new ArrayList<>();
    private final Map<KeyOfUser, Made> made = new HashMap<>();

    /** Seats by number, or so many of the best. */
    sealed interface Wish {
        record Named(List<Integer> seats) implements Wish {}

        record Best(int quantity, boolean allowSplit) implements Wish {}
    }

    private record KeyOfUser(ModelShow show, String user, String key) {}

    private record Made(String body, ModelBooking booking) {}

    Prediction book(ModelShow show, String user, Wish wish, boolean confirm, @Nullable String key, String body) {
        Made before = key == null ? null : made.get(new KeyOfUser(show, user, key));
        if (before != null) {
            return before.body.equals(body)
                    ? Prediction.replayed(before.booking)
                    : refusal(422, "IDEMPOTENCY_KEY_REUSED");
        }
        if (wish instanceof Wish.Named(var seats) && seats.stream().anyMatch(seat -> seat > show.size())) {
            return unknown(seats.stream().filter(seat -> seat > show.size()).toList());
        }
        if (show.cancelled) {
            return refusal(409, "SHOW_CANCELLED");
        }
        switch (show.sales) {
            case NOT_OPEN -> {
                return refusal(409, "SALES_NOT_OPEN");
            }
            case CLOSED -> {
                return refusal(409, "SALES_CLOSED");
            }
            case OPEN -> {}
        }
        int size =
                switch (wish) {
                    case Wish.Named(var seats) -> seats.size();
                    case Wish.Best best -> best.quantity();
                };
        if (show.limit != null && show.liveSeatsOf(user) + size > show.limit) {
            return refusal(409, "SEAT_LIMIT_EXCEEDED");
        }
        if (!confirm && show.heldSeatsOf(user) + size > HOLD_LIMIT) {
            return refusal(409, "SEAT_LIMIT_EXCEEDED");
        }
        List<Integer> chosen;
        switch (wish) {
            case Wish.Named(var seats) -> {
                if (!show.free().containsAll(seats)) {
                    return unavailable("SEATS_UNAVAILABLE", show, seats);
                }
                chosen = seats;
            }
            case Wish.Best(var quantity, var allowSplit) -> {
                chosen = BestSeats.choose(show.rows, show.free(), quantity, allowSplit);
                if (chosen == null) {
                    return Prediction.of(
                            409,
                            Said.problem(
                                    "NOT_ENOUGH_SEATS", "", BestSeats.alternatives(show.rows, show.free(), quantity)));
                }
            }
        }
        var booking = new ModelBooking(show, user, chosen, confirm);
        bookings.add(booking);
        booking.seats.forEach(seat -> show.taken.put(seat, booking));
        if (key != null) {
            made.put(new KeyOfUser(show, user, key), new Made(body, booking));
        }
        return Prediction.changed(201, booking);
    }

    Prediction confirm(ModelBooking booking, String user) {
        if (!booking.user.equals(user)) {
            return refusal(404, "BOOKING_NOT_FOUND");
        }
        ModelShow show = booking.show;
        switch (booking.status) {
            case CONFIRMED -> {
                return Prediction.unchanged(booking);
            }
            case CANCELLED -> {
                return refusal(409, "BOOKING_CANCELLED");
            }
            case FAILED -> {
                if (show.cancelled) {
                    return refusal(409, "SHOW_CANCELLED");
                }
                if (show.limit != null && show.liveSeatsOf(user) + booking.seats.size() > show.limit) {
                    return refusal(409, "SEAT_LIMIT_EXCEEDED");
                }
                if (!show.free().containsAll(booking.seats)) {
                    return unavailable("BOOKING_EXPIRED", show, booking.seats);
                }
                booking.seats.forEach(seat -> show.taken.put(seat, booking));
            }
            case PENDING -> {}
        }
        booking.confirm();
        return Prediction.changed(200, booking);
    }

    Prediction extend(ModelBooking booking, String user) {
        if (!booking.user.equals(user)) {
            return refusal(404, "BOOKING_NOT_FOUND");
        }
        return switch (booking.status) {
            case PENDING -> booking.old ? refusal(409, "EXTENSION_LIMIT_REACHED") : Prediction.changed(200, booking);
            case CONFIRMED -> refusal(409, "BOOKING_NOT_PENDING");
            case CANCELLED -> refusal(409, "BOOKING_CANCELLED");
            case FAILED -> unavailable("BOOKING_EXPIRED", booking.show, booking.seats);
        };
    }

    Prediction cancel(ModelBooking booking, String user, @Nullable List<Integer> part) {
        if (!booking.user.equals(user)) {
            return refusal(404, "BOOKING_NOT_FOUND");
        }
        var givenBack = new TreeSet<>(part == null ? booking.seats : part);
        List<Integer> unknown = givenBack.stream()
                .filter(seat -> !booking.seats.contains(seat) && !booking.cancelledSeats.contains(seat))
                .toList();
        if (!unknown.isEmpty()) {
            return unknown(unknown);
        }
        givenBack.retainAll(booking.seats);
        if (!booking.isLive() || givenBack.isEmpty()) {
            return Prediction.unchanged(booking);
        }
        givenBack.forEach(booking.show.taken::remove);
        if (givenBack.equals(booking.seats)) {
            booking.status = CANCELLED;
        } else {
            booking.seats.removeAll(givenBack);
            booking.cancelledSeats.addAll(givenBack);
        }
        return Prediction.changed(200, booking);
    }

    Prediction read(ModelBooking booking, String user) {
        return booking.user.equals(user) ? Prediction.unchanged(booking) : refusal(404, "BOOKING_NOT_FOUND");
    }

    Prediction block(ModelShow show, List<Integer> seats) {
        List<Integer> unknown =
                seats.stream().filter(seat -> seat > show.size()).toList();
        if (!unknown.isEmpty()) {
            return unknown(unknown);
        }
        List<Integer> taken = seats.stream().filter(show.taken::containsKey).toList();
        if (!taken.isEmpty()) {
            return Prediction.of(409, Said.problem("SEATS_UNAVAILABLE", reasons(show, taken), ""));
        }
        show.blocked.addAll(seats);
        return Prediction.of(200, map(show, seats));
    }

    Prediction unblock(ModelShow show, List<Integer> seats) {
        List<Integer> unknown =
                seats.stream().filter(seat -> seat > show.size()).toList();
        if (!unknown.isEmpty()) {
            return unknown(unknown);
        }
        seats.forEach(show.blocked::remove);
        return Prediction.of(200, map(show, seats));
    }

    Prediction cancelShow(ModelShow show) {
        show.cancelled = true;
        show.taken.clear();
        bookings.stream()
                .filter(booking -> booking.show == show && booking.isLive())
                .forEach(booking -> {
                    booking.status = CANCELLED;
                    booking.seen = null;
                });
        return Prediction.of(200, show);
    }

    /** The time of a hold has passed. */
    void runOut(ModelBooking booking) {
        if (booking.status == PENDING) {
            booking.runOut();
            booking.seats.forEach(booking.show.taken::remove);
            booking.show.changedBehindTheServer = true;
        }
    }

    List<ModelBooking> bookingsOf(String user, ModelBooking.@Nullable Status status) {
        return bookings.stream()
                .filter(booking -> booking.user.equals(user) && (status == null || booking.status == status))
                .sorted(Comparator.comparing((ModelBooking booking) -> booking.createdAt)
                        .thenComparing(booking -> Objects.requireNonNull(booking.id))
                        .reversed())
                .toList();
    }

    static String map(ModelShow show, Collection<Integer> seats) {
        return new TreeSet<>(seats)
                .stream().map(seat -> seat + " " + show.statusOf(seat)).collect(Collectors.joining(", "));
    }

    static String availability(ModelShow show) {
        int held = (int) show.taken.values().stream()
                .filter(booking -> booking.status == PENDING)
                .count();
        return "available %d, held %d, booked %d, blocked %d"
                .formatted(show.free().size(), held, show.taken.size() - held, show.blocked.size());
    }

    private static Prediction refusal(int status, String code) {
        return Prediction.of(status, code);
    }

    private static Prediction unknown(Collection<Integer> seats) {
        return Prediction.of(422, Said.problem("UNKNOWN_SEATS", new TreeSet<>(seats), ""));
    }

    private static Prediction unavailable(String code, ModelShow show, Collection<Integer> wanted) {
        var lacking = new TreeSet<>(wanted);
        lacking.removeAll(show.free());
        return Prediction.of(
                409,
                Said.problem(
                        code, reasons(show, lacking), BestSeats.alternatives(show.rows, show.free(), wanted.size())));
    }

    private static List<String> reasons(ModelShow show, Collection<Integer> seats) {
        return new TreeSet<>(seats)
                .stream()
                        .map(seat -> "{\"number\":%d,\"reason\":\"%s\"}".formatted(seat, show.statusOf(seat)))
                        .toList();
    }
}
