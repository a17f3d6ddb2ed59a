package com.modex.booking.domain.show;

import com.modex.booking.domain.InvalidValueException;
import java.time.Instant;
import java.util.List;

/** A show, trip or slot whose seats are sold. Who has which seat is no part of it. */
public final class Show {
    private final ShowId id;
    private final ShowName name;
    private final ShowType type;
    private final Instant startTime;
    private final SeatPlan plan;
    private final SalesTerms terms;
    private final ShowStatus status;
    private final long version;
    private final Instant createdAt;

    private Show(
            ShowId id,
            ShowName name,
            ShowType type,
            Instant startTime,
            SeatPlan plan,
            SalesTerms terms,
            ShowStatus status,
            long version,
            Instant createdAt) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.startTime = startTime;
        this.plan = plan;
        this.terms = terms;
        this.status = status;
        this.version = version;
        this.createdAt = createdAt;
    }

    /**
     * A new show, open to buyers as its terms say.
     *
     * @throws InvalidValueException if it would start at or before {@code now}, or sales would close before they open
     */
    public static Show schedule(
            ShowId id, ShowName name, ShowType type, Instant startTime, SeatPlan plan, SalesTerms terms, Instant now) {
        requireInFuture(startTime, now);
        terms.window().requireOpenSomeTime(startTime);
        return new Show(id, name, type, startTime, plan, terms, ShowStatus.SCHEDULED, 1, now);
    }

    /** For persistence alone: the show as it was stored. */
    public static Show restore(
            ShowId id,
            ShowName name,
            ShowType type,
            Instant startTime,
            SeatPlan plan,
            SalesTerms terms,
            ShowStatus status,
            long version,
            Instant createdAt) {
        return new Show(id, name, type, startTime, plan, terms, status, version, createdAt);
    }

    /**
     * The show with these changes, one version on; the very same show if they change nothing.
     *
     * @throws InvalidValueException if it would be moved to a start at or before {@code now}, lose seats, or close its
     *     sales before they open
     * @throws IllegalStateException if it is cancelled
     */
    public Show change(List<ShowChange> changes, Instant now) {
        if (status == ShowStatus.CANCELLED) {
            throw new IllegalStateException("Show " + id + " is cancelled and stays as it is");
        }
        ShowName newName = name;
        Instant newStart = startTime;
        SeatPlan newPlan = plan;
        SalesTerms newTerms = terms;
        for (ShowChange change : changes) {
            switch (change) {
                case ShowChange.Rename(var to) -> newName = to;
                case ShowChange.Reschedule(var to) -> newStart = to;
                case ShowChange.OpenSales(var at) ->
                    newTerms =
                            newTerms.with(new SalesWindow(at, newTerms.window().closeAt()));
                case ShowChange.CloseSales(var at) ->
                    newTerms = newTerms.with(new SalesWindow(newTerms.window().openAt(), at));
                case ShowChange.LimitSeats(var limit) -> newTerms = newTerms.with(limit);
                case ShowChange.HoldFor(var holdTime) -> newTerms = newTerms.with(holdTime);
                case ShowChange.GrowTo(var totalSeats) -> newPlan = newPlan.grownTo(totalSeats);
            }
        }
        if (!newStart.equals(startTime)) {
            requireInFuture(newStart, now);
        }
        newTerms.window().requireOpenSomeTime(newStart);
        boolean unchanged =
                newName.equals(name) && newStart.equals(startTime) && newPlan.equals(plan) && newTerms.equals(terms);
        return unchanged
                ? this
                : new Show(id, newName, type, newStart, newPlan, newTerms, status, version + 1, createdAt);
    }

    /** The show called off, one version on; the very same show if it was cancelled before. */
    public Show cancel() {
        return status == ShowStatus.CANCELLED
                ? this
                : new Show(id, name, type, startTime, plan, terms, ShowStatus.CANCELLED, version + 1, createdAt);
    }

    private static void requireInFuture(Instant startTime, Instant now) {
        if (!startTime.isAfter(now)) {
            throw new InvalidValueException("NOT_IN_FUTURE", "The start must be in the future.");
        }
    }

    /** Whether a buyer may take seats at that time. */
    public Sales salesAt(Instant time) {
        if (status == ShowStatus.CANCELLED) {
            return Sales.SHOW_CANCELLED;
        }
        Instant openAt = terms.window().openAt();
        if (openAt != null && time.isBefore(openAt)) {
            return Sales.NOT_OPEN;
        }
        return time.isBefore(salesCloseAt()) ? Sales.OPEN : Sales.CLOSED;
    }

    /** When sales close: at the start unless the terms say otherwise. */
    public Instant salesCloseAt() {
        return terms.window().closeFor(startTime);
    }

    public ShowId id() {
        return id;
    }

    public ShowName name() {
        return name;
    }

    public ShowType type() {
        return type;
    }

    public Instant startTime() {
        return startTime;
    }

    public SeatPlan plan() {
        return plan;
    }

    public SalesTerms terms() {
        return terms;
    }

    public ShowStatus status() {
        return status;
    }

    /** Grows by one with every change of the show itself; bookings do not change it. */
    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
