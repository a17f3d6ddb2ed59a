package com.modex.booking.model;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A show as it should be, with who has which seat. */
final class ModelShow {
    /** Whether its seats can be booked at the time of the test. */
    enum Sales {
        NOT_OPEN,
        OPEN,
        CLOSED
    }

    final List<List<Integer>> rows;
    final Sales sales;
    final @Nullable Integer limit;
    final NavigableMap<Integer, ModelBooking> taken = new TreeMap<>();
    final NavigableSet<Integer> blocked = new TreeSet<>();
    boolean cancelled;

    String id = "";
    /** Holds of it have been let run out by SQL, of which the server learns within a second only. */
    boolean changedBehindTheServer;

    ModelShow(List<Integer> rowLengths, Sales sales, @Nullable Integer limit) {
        this.sales = sales;
        this.limit = limit;
        var numbered = new ArrayList<List<Integer>>();
        int first = 1;
        for (int length : rowLengths) {
            numbered.add(IntStream.range(first, first + length).boxed().toList());
            first += length;
        }
        rows = List.copyOf(numbered);
    }

    int size() {
        return rows.getLast().getLast();
    }

    NavigableSet<Integer> free() {
        var free = new TreeSet<Integer>();
        rows.forEach(free::addAll);
        free.removeAll(taken.keySet());
        free.removeAll(blocked);
        return free;
    }

    String statusOf(int seat) {
        if (blocked.contains(seat)) {
            return "BLOCKED";
        }
        ModelBooking owner = taken.get(seat);
        if (owner == null) {
            return "AVAILABLE";
        }
        return owner.status == ModelBooking.Status.CONFIRMED ? "BOOKED" : "HELD";
    }

    int liveSeatsOf(String user) {
        return (int) taken.values().stream()
                .filter(booking -> booking.user.equals(user))
                .count();
    }

    int heldSeatsOf(String user) {
        return (int) taken.values().stream()
                .filter(booking -> booking.user.equals(user) && booking.status == ModelBooking.Status.PENDING)
                .count();
    }

    /** The words that {@link Said} has for an answer. */
    @Override
    public String toString() {
        return "show with %d seats: %s".formatted(size(), cancelled ? "CANCELLED" : "SCHEDULED");
    }
}
