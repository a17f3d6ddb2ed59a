package com.modex.booking.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A booking as it should be. Its id and times are the server's, taken over from its answers. */
final class ModelBooking {
    /** What the contract calls it. */
    enum Status {
        PENDING,
        CONFIRMED,
        FAILED,
        CANCELLED
    }

    final ModelShow show;
    final String user;
    final NavigableSet<Integer> seats;
    final NavigableSet<Integer> cancelledSeats = new TreeSet<>();
    Status status;
    boolean expires;
    boolean wasConfirmed;
    /** Made so long ago that it cannot be extended any more. */
    boolean old;

    @Nullable
    String id;

    Instant createdAt = Instant.EPOCH;
    /** The booking as the server last showed it; null if it has changed behind the server's back. */
    @Nullable
    JsonNode seen;

    ModelBooking(ModelShow show, String user, Collection<Integer> seats, boolean confirm) {
        this.show = show;
        this.user = user;
        this.seats = new TreeSet<>(seats);
        status = confirm ? Status.CONFIRMED : Status.PENDING;
        expires = !confirm;
        wasConfirmed = confirm;
    }

    boolean isLive() {
        return status == Status.PENDING || status == Status.CONFIRMED;
    }

    void confirm() {
        status = Status.CONFIRMED;
        wasConfirmed = true;
        expires = false;
    }

    void runOut() {
        status = Status.FAILED;
        seen = null;
    }

    void age(Duration by) {
        createdAt = createdAt.minus(by);
        old = true;
        seen = null;
    }

    /** In the words that {@link Said} has for an answer. */
    @Override
    public String toString() {
        return "booking of %s for %s: %s %s, given back %s, failed by %s, expires %b, confirmed %b, cancelled %b"
                .formatted(
                        user,
                        show.id,
                        status,
                        seats,
                        cancelledSeats,
                        status == Status.FAILED ? "EXPIRED" : "nothing",
                        expires,
                        wasConfirmed,
                        status == Status.CANCELLED);
    }
}
