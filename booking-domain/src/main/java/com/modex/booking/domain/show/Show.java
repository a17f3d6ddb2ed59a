package com.modex.booking.domain.show;

import com.modex.booking.domain.InvalidValueException;
import java.time.Instant;

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
     * @throws InvalidValueException if it would start at or before {@code now}, or sales would open only after the start
     */
    public static Show schedule(
            ShowId id, ShowName name, ShowType type, Instant startTime, SeatPlan plan, SalesTerms terms, Instant now) {
        if (!startTime.isAfter(now)) {
            throw new InvalidValueException("NOT_IN_FUTURE", "The start must be in the future.");
        }
        var show = new Show(id, name, type, startTime, plan, terms, ShowStatus.SCHEDULED, 1, now);
        Instant openAt = terms.window().openAt();
        if (openAt != null && !openAt.isBefore(show.salesCloseAt())) {
            throw new InvalidValueException("SALES_WINDOW_EMPTY", "Sales must open before they close.");
        }
        return show;
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
        Instant closeAt = terms.window().closeAt();
        return closeAt == null ? startTime : closeAt;
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
