package com.modex.booking.application.booking;

import com.modex.booking.domain.ConcurrentChangeException;
import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.booking.BookingIds;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.booking.BuyerLock;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.BoxOffice;
import com.modex.booking.domain.seat.BoxOffice.Sale;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.seat.SeatRequest;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.Show;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One try to sell certain seats, within a unit of work. */
record SeatSale(BuyerLock buyerLock, SeatLock seatLock, Bookings bookings, BookingIds ids) {

    /**
     * Tries to sell these seats.
     *
     * @param show as read in this unit of work, before the locks: the statement that adds the booking checks that it is
     *     still the same
     */
    Outcome sell(BookSeats.Command command, Show show, SeatSelection seats) {
        boolean limited = show.terms().seatLimit() != null;
        if (limited) {
            buyerLock.lock(show.id(), command.user());
        }
        LockedSeats locked = seatLock.take(show.id(), seats.numbers());
        int seatsSoFar = limited ? bookings.countLiveSeats(show.id(), command.user()) : 0;
        var request = new SeatRequest(ids.next(), command.user(), seats, command.confirm());
        return switch (BoxOffice.sell(show, request, locked, seatsSoFar)) {
            case Sale.Sold sold -> store(command, show, sold, locked);
            case Sale.Refused(var unavailable) ->
                unlessReplayed(command, new Outcome.Refused(seats, unavailable, show, locked.now()));
            case Sale.UnknownSeats(var unknown) -> settle(command, new BookSeats.Result.UnknownSeats(unknown));
            case Sale.NotOnSale(var sales) -> settle(command, new BookSeats.Result.NotOnSale(sales));
            case Sale.LimitExceeded(var limit, var soFar) ->
                settle(command, new BookSeats.Result.LimitExceeded(limit, soFar));
        };
    }

    private Outcome store(BookSeats.Command command, Show show, Sale.Sold sold, LockedSeats locked) {
        if (!bookings.add(sold.booking(), show, command.key())) {
            return replay(command)
                    .<Outcome>map(Outcome.Settled::new)
                    .orElseThrow(() -> new ConcurrentChangeException("Show " + show.id() + " has changed"));
        }
        locked.apply(sold.seats());
        seatLock.store(locked);
        return new Outcome.Settled(new BookSeats.Result.Booked(BookingDetails.of(sold.booking())));
    }

    /** A refusal, unless the same request has succeeded before: to send it again must not turn success into failure. */
    Outcome settle(BookSeats.Command command, BookSeats.Result refusal) {
        return unlessReplayed(command, new Outcome.Settled(refusal));
    }

    private Outcome unlessReplayed(BookSeats.Command command, Outcome refusal) {
        return replay(command).<Outcome>map(Outcome.Settled::new).orElse(refusal);
    }

    private Optional<BookSeats.Result> replay(BookSeats.Command command) {
        IdempotencyKey key = command.key();
        return key == null
                ? Optional.empty()
                : bookings.findMadeWith(command.show(), key)
                        .map(keyed -> keyed.wasAskedForBy(key)
                                ? new BookSeats.Result.Replayed(BookingDetails.of(keyed.made()))
                                : new BookSeats.Result.KeyReused());
    }

    /** What a try comes to. */
    sealed interface Outcome {
        /** There is nothing more to try. */
        record Settled(BookSeats.Result result) implements Outcome {}

        /**
         * Seats could not be had.
         *
         * @param wanted all that were tried for
         * @param seats those of them that could not be had
         * @param now the database's clock at the time
         */
        record Refused(SeatSelection wanted, List<UnavailableSeat> seats, Show show, Instant now) implements Outcome {}
    }
}
