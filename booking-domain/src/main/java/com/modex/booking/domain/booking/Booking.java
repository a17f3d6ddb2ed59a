package com.modex.booking.domain.booking;

import com.modex.booking.domain.UserId;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One user's claim to seats of one show. It never changes in place: each step gives the booking as it is after it.
 * That the seats are to be had is not its business; {@code BoxOffice} decides that on locked seats.
 */
public final class Booking {
    private final BookingId id;
    private final ShowId show;
    private final UserId user;
    private final SeatSelection seats;
    private final SortedSet<SeatNumber> cancelledSeats;
    private final BookingStatus status;
    private final Instant createdAt;
    private final @Nullable Instant expiresAt;
    private final @Nullable Instant confirmedAt;
    private final @Nullable Instant cancelledAt;
    private final @Nullable FailureReason failureReason;

    private Booking(
            BookingId id,
            ShowId show,
            UserId user,
            SeatSelection seats,
            SortedSet<SeatNumber> cancelledSeats,
            BookingStatus status,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant cancelledAt,
            @Nullable FailureReason failureReason) {
        this.id = id;
        this.show = show;
        this.user = user;
        this.seats = seats;
        this.cancelledSeats = Collections.unmodifiableSortedSet(new TreeSet<>(cancelledSeats));
        this.status = status;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
        this.confirmedAt = confirmedAt;
        this.cancelledAt = cancelledAt;
        this.failureReason = failureReason;
    }

    /** Booked and confirmed in one step. */
    public static Booking confirmed(BookingId id, ShowId show, UserId user, SeatSelection seats, Instant now) {
        return new Booking(
                id,
                show,
                user,
                seats,
                Collections.emptySortedSet(),
                BookingStatus.CONFIRMED,
                now,
                null,
                now,
                null,
                null);
    }

    /** A hold: it keeps its seats from others for the hold time, then runs out unless it is confirmed. */
    public static Booking hold(
            BookingId id, ShowId show, UserId user, SeatSelection seats, HoldTime holdTime, Instant now) {
        return new Booking(
                id,
                show,
                user,
                seats,
                Collections.emptySortedSet(),
                BookingStatus.PENDING,
                now,
                now.plus(holdTime.duration()),
                null,
                null,
                null);
    }

    /** For persistence alone: the booking as it was stored. */
    public static Booking restore(
            BookingId id,
            ShowId show,
            UserId user,
            SeatSelection seats,
            SortedSet<SeatNumber> cancelledSeats,
            BookingStatus status,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant cancelledAt,
            @Nullable FailureReason failureReason) {
        return new Booking(
                id,
                show,
                user,
                seats,
                cancelledSeats,
                status,
                createdAt,
                expiresAt,
                confirmedAt,
                cancelledAt,
                failureReason);
    }

    /** The booking at that time: a hold whose time has passed has failed, whether or not anybody has marked it. */
    public Booking asOf(Instant now) {
        return status == BookingStatus.PENDING && expiresAt != null && !expiresAt.isAfter(now)
                ? with(BookingStatus.FAILED, expiresAt, null, null, FailureReason.EXPIRED)
                : this;
    }

    /** Seats sold for good: the expiry and a failure are gone. Only a hold, running or run out, comes to this. */
    public Booking confirm(Instant now) {
        require(status == BookingStatus.PENDING || status == BookingStatus.FAILED, "confirm");
        return with(BookingStatus.CONFIRMED, null, now, null, null);
    }

    /** A hold that goes on until then; only a running hold comes to this. */
    public Booking extendTo(Instant newExpiresAt) {
        require(status == BookingStatus.PENDING, "extend");
        return with(status, newExpiresAt, confirmedAt, cancelledAt, failureReason);
    }

    /** Given back as a whole; only a live booking comes to this. Its seats stay on record. */
    public Booking cancel(Instant now) {
        require(isLive(), "cancel");
        return with(BookingStatus.CANCELLED, expiresAt, confirmedAt, now, null);
    }

    /** Some of its seats given back and others kept; only a live booking comes to this. */
    public Booking cancelPart(Set<SeatNumber> givenBack) {
        require(isLive(), "cancel");
        var kept = new TreeSet<>(seats.numbers());
        kept.removeAll(givenBack);
        var cancelled = new TreeSet<>(cancelledSeats);
        cancelled.addAll(givenBack);
        return new Booking(
                id,
                show,
                user,
                new SeatSelection(kept),
                cancelled,
                status,
                createdAt,
                expiresAt,
                confirmedAt,
                cancelledAt,
                failureReason);
    }

    /** Whether the seat is, or was once, a seat of it. */
    public boolean everHad(SeatNumber number) {
        return seats.numbers().contains(number) || cancelledSeats.contains(number);
    }

    /** Whether it claims its seats. Ask a booking that is {@link #asOf as of now}. */
    public boolean isLive() {
        return status == BookingStatus.PENDING || status == BookingStatus.CONFIRMED;
    }

    private void require(boolean allowed, String step) {
        if (!allowed) {
            throw new IllegalStateException("Booking " + id + " is " + status + " and cannot " + step);
        }
    }

    private Booking with(
            BookingStatus newStatus,
            @Nullable Instant newExpiresAt,
            @Nullable Instant newConfirmedAt,
            @Nullable Instant newCancelledAt,
            @Nullable FailureReason newFailureReason) {
        return new Booking(
                id,
                show,
                user,
                seats,
                cancelledSeats,
                newStatus,
                createdAt,
                newExpiresAt,
                newConfirmedAt,
                newCancelledAt,
                newFailureReason);
    }

    public BookingId id() {
        return id;
    }

    public ShowId show() {
        return show;
    }

    public UserId user() {
        return user;
    }

    public SeatSelection seats() {
        return seats;
    }

    /** The seats that were given back while others were kept. */
    public SortedSet<SeatNumber> cancelledSeats() {
        return cancelledSeats;
    }

    public BookingStatus status() {
        return status;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When the hold runs out, or ran out; null for what was confirmed. */
    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Instant confirmedAt() {
        return confirmedAt;
    }

    public @Nullable Instant cancelledAt() {
        return cancelledAt;
    }

    public @Nullable FailureReason failureReason() {
        return failureReason;
    }
}
