package com.modex.booking.domain.booking;

import com.modex.booking.domain.Keyed;
import com.modex.booking.domain.show.ShowId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Driven port: the bookings that were made. Bookings are never deleted, and come back as they are at the database's
 * now: a hold that has run out comes back as failed.
 */
public interface Bookings {
    /**
     * Ends every booking of the show: live ones are cancelled by the rule of {@link Booking#cancel}, and holds that have
     * run out are stored as failed, so that none of them comes to life by a clock that is set back. The caller has all
     * seats of the show locked.
     *
     * @param now the database's clock, read after those locks were had
     */
    void endAll(ShowId show, Instant now);

    Optional<Booking> find(BookingId id);

    /** The bookings that were made with keys of these values and users; nothing for a key that was not used. */
    Map<BookingKey, Keyed<Booking>> findMadeWith(Collection<BookingKey> keys);

    /**
     * How many seats each of these buyers has. The caller holds their {@link BuyerLock}. Holds of theirs that have run out
     * are stored as failed before they are left out of the count, which waits for whoever is confirming or extending one
     * at this moment: what is not counted does not come to life again without their turn.
     */
    Map<Buyer, BuyersSeats> countSeats(Collection<Buyer> buyers);

    /** A user's bookings, newest first, {@code query.limit()} at most. */
    List<Booking> list(BookingQuery query);

    /** The bookings of a show in the order of their ids, newest first, {@code query.limit()} at most. */
    List<Booking> list(ShowBookingsQuery query);
}
