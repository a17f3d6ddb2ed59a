package com.modex.booking.domain.booking;

import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.Keyed;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Driven port: the bookings that were made. Bookings are never deleted, and come back as they are at the database's
 * now: a hold that has run out comes back as failed.
 */
public interface Bookings {
    /**
     * Adds a booking of that show. The caller has its seats locked. The statement that writes checks once more that
     * the show is as it was decided on.
     *
     * @param key what the request that makes it was marked with, if it was; it is kept with the booking
     * @return whether it was added: not if the show has changed since, or its user has used the key for a booking of
     *     the show before; then nothing is written
     */
    boolean add(Booking booking, Show show, @Nullable IdempotencyKey key);

    /** Stores what became of a booking that the caller has locked through {@link BookingLock}. */
    void update(Booking booking);

    /**
     * Cancels every live booking of the show, by the rule of {@link Booking#cancel}. The caller has all seats of the
     * show locked.
     *
     * @param now the database's clock, read after those locks were had
     */
    void cancelLive(ShowId show, Instant now);

    Optional<Booking> find(BookingId id);

    /** The booking of the show that was made with a key of that value and user. */
    Optional<Keyed<Booking>> findMadeWith(ShowId show, IdempotencyKey key);

    /** How many seats of the show the user's live bookings have. The caller holds the {@link BuyerLock}. */
    int countLiveSeats(ShowId show, UserId user);

    /** A user's bookings, newest first, {@code query.limit()} at most. */
    List<Booking> list(BookingQuery query);

    /** The bookings of a show in the order of their ids, newest first, {@code query.limit()} at most. */
    List<Booking> list(ShowBookingsQuery query);
}
